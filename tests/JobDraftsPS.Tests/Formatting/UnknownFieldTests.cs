using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>A service may add fields on any day: they are shown and never lost.</summary>
public sealed class UnknownFieldTests
{
    private const string Added = """ "rankScore":7.50,"brandNew":{"deep":[1,"two"]},"newFlag":true,"newNull":null,""";

    [Theory]
    [InlineData("Update-JobDraft j -JobTitle New")]
    [InlineData("New-JobDraft 'A text'")]
    [InlineData("Publish-Job j -Service OpenTrain")]
    [InlineData("Publish-Job j -Service Sorce")]
    [InlineData("Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Briefing Warm")]
    [InlineData("Get-DraftCapabilities")]
    [InlineData("Update-PublishedJob j -JobTitle New -Confirm:$false")]
    [InlineData("Close-PublishedJob j -Confirm:$false")]
    [InlineData("Get-PublishedJob j")]
    [InlineData("Get-PublishedJobFacet")]
    public void A_field_that_nobody_knows_is_a_note_property(string command)
    {
        using var bench = Answering(Added);

        var run = bench.Run(command);

        Assert.Empty(run.Result.AllErrors);
        var record = Assert.Single(run.Result.Output);
        Assert.Equal(7.50m, record.Properties["rankScore"].Value);
        Assert.Equal(true, record.Properties["newFlag"].Value);
        Assert.Null(record.Properties["newNull"].Value);
        var deep = Assert.IsType<IReadOnlyDictionary<string, object?>>(record.Properties["brandNew"].Value, exactMatch: false);
        Assert.Equal([1L, "two"], (object[])deep["deep"]!);
    }

    [Fact]
    public void A_field_whose_name_differs_only_in_case_does_not_hide_the_typed_one()
    {
        using var bench = Answering(""" "publishready":"maybe","TITLE":"Other",""");

        var run = bench.Run("$draft = Update-JobDraft j -JobTitle New; $draft; [JobDraftsPS.RecordData]::Of($draft)");
        var record = run.Result.Output[0];

        Assert.Equal(true, record.Properties["PublishReady"].Value);
        Assert.Equal("New", record.Properties["Title"].Value);
        var rest = Assert.IsType<IReadOnlyDictionary<string, object?>>(run.Result.Output[1].BaseObject, exactMatch: false);
        Assert.Equal("maybe", rest["publishready"]);
        Assert.Equal("Other", rest["TITLE"]);
    }

    private static Bench Answering(string members) => new(call =>
    {
        var taken = StubServices.Reply(call);
        return Task.FromResult(taken with { Body = taken.Body.Insert(1, members) });
    });
}
