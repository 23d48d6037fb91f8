using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>No page shows what an edit answers: where the answer has no listing, it is read, and the edit is not sent again.</summary>
public sealed class EditAnswerTests
{
    [Fact]
    public async Task An_edit_that_says_there_is_nothing_to_answer_is_done()
    {
        using var bench = new ServiceBench(request => request.Method == "PATCH" ? WireReply.Of(204, string.Empty, string.Empty) : WireReply.Of(200, """{"id":"job_1","title":"Baker","status":"DRAFT"}"""));

        var listing = await UpdateAsync(bench);

        Assert.Equal(("job_1", "Baker"), (listing.JobId, listing.Title));
        Assert.Equal(["PATCH", "GET"], bench.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_listing_that_cannot_be_read_after_its_edit_is_a_warning()
    {
        using var bench = new ServiceBench(request => request.Method == "PATCH" ? WireReply.Of(204, string.Empty, string.Empty) : WireReply.Of(404, "{}"));

        var listing = await UpdateAsync(bench);

        Assert.Equal("job_1", listing.JobId);
        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("do not send it again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<html>Log in</html>")]
    [InlineData("""{"id":"job_1",""")]
    public async Task Anything_else_in_place_of_the_answer_says_nothing_about_the_edit(string body)
    {
        using var bench = ServiceBench.Answering(200, body, "text/html");

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => UpdateAsync(bench));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    private static async Task<JobListing> UpdateAsync(ServiceBench bench)
    {
        var client = bench.Sorce;
        var edit = client.Edits.Update("job_1", [new FieldChange("title", "Baker")], client.NewMerges(), false, null, skipCheck: false);
        return (JobListing)await client.Update(edit).SendAsync(bench.Context);
    }
}
