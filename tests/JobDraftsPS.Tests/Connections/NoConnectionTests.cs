using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

[Collection(EnvironmentTests.Name)]
public sealed class NoConnectionTests : IDisposable
{
    private readonly EnvironmentScope environment = new();

    public void Dispose() => environment.Dispose();

    [Theory]
    [InlineData("Get-DraftCapabilities", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("'a', 'b' | Update-JobDraft -JobTitle x", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("'a', 'b' | New-JobDraft", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("'a', 'b' | Publish-Job -Service OpenTrain", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("@{ service = 'Sorce'; jobId = 'a' }, @{ service = 'Sorce'; jobId = 'b' } | Publish-Job", "Sorce", "SORCE_API_KEY")]
    [InlineData("@{ jobId = 'a' } | Set-TranslationJob -Briefing x", "TextKing", "TEXTKING_ACCESS_TOKEN")]
    [InlineData("Get-TranslationJob 11111111-1111-4111-8111-111111111111", "TextKing", "TEXTKING_ACCESS_TOKEN")]
    [InlineData("Test-JobDraftConnection", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("Get-JobDraft", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("Get-PublishedJob -Mine", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("'a', 'b' | Update-PublishedJob -JobTitle x -Confirm:$false", "OpenTrain", "OT_API_TOKEN")]
    [InlineData("'a', 'b' | Close-PublishedJob -Confirm:$false", "OpenTrain", "OT_API_TOKEN")]
    public void Without_a_connection_the_command_ends_once_and_names_both_ways(string command, string service, string variable)
    {
        using var session = new Session();

        var result = session.Run($"try {{ {command} }} catch {{ throw }}");

        Assert.Empty(result.Errors);
        result.Terminating!.Says("JobDrafts.NoConnection", ErrorCategory.ConnectionError, $"Connect-JobDraftService -Service {service}", variable, "Nothing was sent.");
    }

    [Fact]
    public void A_connection_to_another_service_is_refused_by_name()
    {
        using var session = new Session();

        var result = session.Run("try { $sorce = Connect-JobDraftService Sorce -Token $token -PassThru; Update-JobDraft j -JobTitle x -Connection $sorce } catch { throw }", ("token", Bench.Secret("some-key")));

        result.Terminating!.Says("JobDrafts.NoConnection", ErrorCategory.ConnectionError, "is to Sorce", "OpenTrain is needed", "Nothing was sent.");
    }
}
