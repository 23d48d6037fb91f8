using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

internal static class SorceWrites
{
    private const string Draft = "job_s01";
    private const string Live = "job_live01";
    private const string Paused = "job_paused01";
    private const string Title = "Crane operator of the lost replies";

    public static IReadOnlyList<WriteCase> All { get; } =
    [
        Change("listing publish", Draft, client => client.Publish(Draft), "ACTIVE"),
        Change("listing pause", Live, client => client.Suspend(Live), "PAUSED"),
        Change("listing resume", Paused, client => client.Resume(Paused), "ACTIVE"),
        Change("listing close", Live, client => client.Close(Live), "CLOSED"),
        new(
            "listing edit",
            JobService.Sorce,
            WriteRule.SameResult,
            "PATCH",
            connection => Edit(new SorceClient(connection)),
            async world => (string?)(await world.LookAsync($"/jobs/{Live}"))["title"] == Title ? 1 : 0),
        new(
            "listing create",
            JobService.Sorce,
            WriteRule.LookFirst,
            "POST",
            connection => Create(new SorceClient(connection), publish: false),
            HeldAsync,
            "Get-JobListing") { TakesList = true, NeedsProof = true },
        new(
            "listing create and publish",
            JobService.Sorce,
            WriteRule.LookFirst,
            "POST",
            connection => Create(new SorceClient(connection), publish: true),
            HeldAsync,
            "Get-JobListing") { TakesList = true, NeedsProof = true },
    ];

    private static WriteCase Change(string name, string listing, Func<SorceClient, Core.Calls.JobWrite> change, string wanted) => new(
        name,
        JobService.Sorce,
        WriteRule.LookFirst,
        "POST",
        connection => change(new SorceClient(connection)),
        async world => (string?)(await world.LookAsync($"/jobs/{listing}"))["status"] == wanted ? 1 : 0,
        listing);

    private static Core.Calls.JobWrite Edit(SorceClient client) =>
        client.Update(client.Edits.Update(Live, [new FieldChange("title", Title)], client.NewMerges(), unlimitedBudget: false, present: null, skipCheck: false));

    /// <summary>Everything that the service may give back in another form is in it.</summary>
    private static Core.Calls.JobWrite Create(SorceClient client, bool publish) => client.Create(client.Edits.Create(
        [
            new("title", Title),
            new("description", "Lift things."),
            new("remoteOption", "IN_PERSON"),
            Set(client, "locations", """[{"locationId":50321,"city":"elsewhere"},{"locationId":61007}]"""),
            new("jobType", "FULL_TIME"),
            new("jobLevel", "MID"),
            new("salaryMin", 20L),
            new("salaryMax", 30L),
            new("salaryPeriod", "HOURLY"),
            new("bidPerQualifiedApplicantCents", 500L),
            Set(client, "qualifications", """[{"text":"B","kind":"REQUIRED","order":1},{"text":"A","kind":"PREFERRED","order":0}]"""),
            Set(client, "questions", """[{"prompt":"When?","style":{"of":["answers",1.50,null]}}]"""),
            Set(client, "budgets", """[{"window":"DAILY","budgetCents":100,"notes":null},{"window":"WEEKLY","budgetCents":500}]"""),
        ],
        publish,
        skipCheck: false));

    private static FieldChange Set(SorceClient client, string field, string json) => new(field, FieldValues.Read(client.Fields.Find(field)!, json));

    private static async Task<int> HeldAsync(LostReplyWorld world) =>
        (await world.LookAsync("/jobs"))["items"]!.AsArray().Count(job => (string?)job!["title"] == Title);
}
