using System.Collections;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>PowerShell keeps the keys of an earlier record in the list of bound parameters, with null values: who trusts that list wipes fields.</summary>
public sealed class RowIsolationTests(Bench bench) : IClassFixture<Bench>
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Each_request_carries_only_the_fields_of_its_row(int throttleLimit)
    {
        object[] rows =
        [
            Rows.Of(("jobId", "a"), ("jobTitle", "First"), ("headcount", "3")),
            Rows.Of(("jobId", "b"), ("experienceLevel", "expert")),
            new Hashtable { ["jobId"] = "c", ["languages"] = "English;Polish" },
        ];

        var run = bench.Run("$rows | Update-JobDraft -ThrottleLimit $limit", ("rows", rows), ("limit", throttleLimit));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("""{"jobTitle":"First","headcount":3}""", run.BodyFor("a"));
        Assert.Equal("""{"experienceLevel":"EXPERT"}""", run.BodyFor("b"));
        Assert.Equal("""{"languages":["English","Polish"]}""", run.BodyFor("c"));
    }

    [Fact]
    public void Each_request_to_TextKing_carries_only_the_fields_of_its_row()
    {
        string[] ids = ["aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002", "aaaaaaaa-0000-4000-8000-000000000003"];
        object[] rows =
        [
            Rows.Of(("projectId", StubServices.ProjectId), ("jobId", ids[0]), ("briefing", "Warm")),
            Rows.Of(("projectId", StubServices.ProjectId), ("jobId", ids[1]), ("is_active", "no")),
            Rows.Of(("projectId", StubServices.ProjectId), ("jobId", ids[2]), ("name", "Leaflet"), ("quality", "translation")),
        ];

        var run = bench.Run("$rows | Set-TranslationJob", ("rows", rows));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("""{"briefing":"Warm"}""", run.BodyFor(ids[0]));
        Assert.Equal("""{"is_active":false}""", run.BodyFor(ids[1]));
        Assert.Equal("""{"name":"Leaflet","quality":"translation"}""", run.BodyFor(ids[2]));
    }

    [Fact]
    public void A_record_brings_only_its_identity_and_none_of_its_fields()
    {
        var run = bench.Run("""
            $first = Set-TranslationJob $job $project -Briefing Warm
            $first | Set-TranslationJob -IsActive false
            """, ("job", StubServices.TextKingJobId), ("project", StubServices.ProjectId));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["""{"briefing":"Warm"}""", """{"is_active":false}"""], run.Writes.Select(call => call.Body));
    }

    [Fact]
    public void A_record_from_another_process_brings_only_its_identity_too()
    {
        var record = bench.Session.Run("Set-TranslationJob $job $project -Briefing Warm", ("job", StubServices.TextKingJobId), ("project", StubServices.ProjectId)).Output.Single();
        bench.Run("$null");
        var copy = System.Management.Automation.PSSerializer.Deserialize(System.Management.Automation.PSSerializer.Serialize(record));

        var run = bench.Run("$copy | Set-TranslationJob -IsActive false", ("copy", copy));

        Assert.Equal("""{"is_active":false}""", run.Body);
        Assert.Contains("values that were changed in it are not sent", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
    }
}
