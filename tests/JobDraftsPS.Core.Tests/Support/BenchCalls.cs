using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>The calls that the tests make most, with the ids that they use.</summary>
internal static class BenchCalls
{
    public const string Project = "0a6f7c1e-2b34-4d5e-8f90-112233445566";
    public const string Job = "c0ffee00-1234-4abc-9def-000000000001";

    public static async Task<JobDraft> Update(this ServiceBench bench, string jobId = "job_1") =>
        (JobDraft)await bench.OpenTrain.Update(new JobEdit(jobId, [new FieldChange("headcount", 2L)]), null).SendAsync(bench.Context);

    public static async Task<PublishedJob> PublishDraft(this ServiceBench bench, string jobId = "job_1") =>
        (PublishedJob)await bench.OpenTrain.Publish(jobId, null).SendAsync(bench.Context);

    public static async Task<JobListing> PublishListing(this ServiceBench bench, string jobId = "job_1") =>
        (JobListing)await bench.Sorce.Publish(jobId).SendAsync(bench.Context);

    public static async Task<TranslationJob> UpdateJob(this ServiceBench bench, string jobId = Job) =>
        (TranslationJob)await bench.TextKing.Update(new JobEdit(jobId, [new FieldChange("briefing", "b")], Project)).SendAsync(bench.Context);

    public static Task<JobDraftsApiException> FailsAsync(Func<Task> call) => Assert.ThrowsAsync<JobDraftsApiException>(call);
}
