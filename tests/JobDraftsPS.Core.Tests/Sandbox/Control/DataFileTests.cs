using System.Net;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Control;

public sealed class DataFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task Jobs_of_the_file_are_there_from_the_start()
    {
        File.WriteAllText(path, """
            {"openTrain": {"drafts": [
              {"jobId": "my-1", "jobTitle": "Mine", "languages": ["Dutch"], "pricePerHour": 20.5},
              {"status": "OPEN", "externalId": "r7", "jobTitle": "Shown"}]}}
            """);
        using var user = new SandboxUser(new SandboxOptions { DataPath = path });

        Assert.Equal(HttpStatusCode.OK, (await user.PatchAsync("/job-drafts/my-1", """{"headcount": 2}""")).Status);
        Assert.Equal("Shown", (await user.GetAsync("/jobs/mine?status=OPEN"))["jobs"]![0]!["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nonsense", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("""{"openTrane": {}}""", "openTrane")]
    [InlineData("""{"openTrain": {"drafts": 1}}""", "drafts")]
    [InlineData("""{"openTrain": {"drafts": [{}, {"jobTitel": "x"}]}}""", "drafts[1] has the unknown key jobTitel")]
    [InlineData("""{"openTrain": {"drafts": [{"pricePerHour": "x"}]}}""", "pricePerHour")]
    [InlineData("""{"openTrain": {"drafts": [{"jobId": "ot-draft-01"}]}}""", "jobId")]
    [InlineData("""{"openTrain": {"drafts": [{"status": "open"}]}}""", "status")]
    public void A_file_that_is_not_as_described_says_where(string text, string named)
    {
        File.WriteAllText(path, text);
        var refused = Assert.Throws<InvalidDataException>(() => JobSandbox.Start(new SandboxOptions { DataPath = path }));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }
}
