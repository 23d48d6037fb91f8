using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

[Collection(EnvironmentTests.Name)]
public sealed class EnvironmentConnectionTests : IDisposable
{
    private readonly EnvironmentScope environment = new();
    private readonly RecordingServer server = new(StubServices.Reply);

    public void Dispose()
    {
        server.Dispose();
        environment.Dispose();
    }

    [Theory]
    [InlineData("OpenTrain", "OT_API_TOKEN", "https://app.opentrain.ai/api/public/v1")]
    [InlineData("OpenTrain", "OPENTRAIN_API_TOKEN", "https://app.opentrain.ai/api/public/v1")]
    [InlineData("TextKing", "TEXTKING_ACCESS_TOKEN", "https://api.textking.com/v1")]
    [InlineData("Sorce", "SORCE_API_KEY", "https://www.sorce.jobs/api/external/v1")]
    public void A_token_comes_from_its_variable_and_the_address_from_the_service(string service, string variable, string address)
    {
        EnvironmentScope.Set(variable, "  token-of-the-environment ");
        using var session = new Session();

        var result = session.Run($"Connect-JobDraftService {service} -PassThru");

        Assert.Empty(result.AllErrors);
        var connection = Assert.Single(result.Output);
        Assert.Equal(variable, connection.Properties["TokenSource"].Value);
        Assert.Equal(address, connection.Properties["BaseUri"].Value.ToString());
    }

    [Fact]
    public void The_first_variable_wins_over_its_other_name()
    {
        EnvironmentScope.Set("OT_API_TOKEN", "first");
        EnvironmentScope.Set("OPENTRAIN_API_TOKEN", "second");
        using var session = new Session();

        Assert.Equal("OT_API_TOKEN", Assert.Single(session.Run("Connect-JobDraftService OpenTrain -PassThru").Output).Properties["TokenSource"].Value);
    }

    [Theory]
    [InlineData("OT_API_BASE_URL", "/ot", "/ot/job-drafts/j")]
    [InlineData("OPENTRAIN_API_BASE_URL", "/ot/", "/ot/job-drafts/j")]
    public void A_command_connects_by_itself_with_what_the_environment_says(string variable, string path, string arrived)
    {
        EnvironmentScope.Set("OT_API_TOKEN", "from-environment");
        EnvironmentScope.Set(variable, server.Origin + path);
        using var session = new Session();

        var result = session.Run("Update-JobDraft j -JobTitle New");

        Assert.Empty(result.AllErrors);
        var write = Assert.Single(server.Calls, call => call.Method == "PATCH");
        Assert.Equal(arrived, write.Path);
        Assert.Equal("Bearer from-environment", write.Header("Authorization"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_bare_origin_gets_the_path_of_the_API(string slash)
    {
        EnvironmentScope.Set("OT_API_TOKEN", "from-environment");
        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin + slash);
        using var session = new Session();

        Assert.Equal(server.Origin + "/api/public/v1", Assert.Single(session.Run("Connect-JobDraftService OpenTrain -PassThru").Output).Properties["BaseUri"].Value.ToString());
    }

    [Fact]
    public void A_new_token_in_the_environment_is_used_from_then_on()
    {
        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin + "/ot");
        using var session = new Session();

        EnvironmentScope.Set("OT_API_TOKEN", "yesterday");
        session.Run("Update-JobDraft a -JobTitle New");
        EnvironmentScope.Set("OT_API_TOKEN", "today");
        session.Run("Update-JobDraft b -JobTitle New");

        Assert.Equal(["Bearer yesterday", "Bearer today"], server.Calls.Where(call => call.Method == "PATCH").Select(call => call.Header("Authorization")));
    }

    [Fact]
    public void Without_a_token_connecting_ends_and_names_the_variable()
    {
        using var session = new Session();

        var result = session.Run("try { Connect-JobDraftService Sorce } catch { throw }");

        result.Terminating!.Says("JobDrafts.NoConnection", ErrorCategory.ConnectionError, "Sorce", "SORCE_API_KEY", "-Token", "Nothing was sent.");
    }

    [Fact]
    public void An_address_of_the_environment_that_is_none_is_refused_by_the_variables_name()
    {
        EnvironmentScope.Set("OT_API_TOKEN", "from-environment");
        EnvironmentScope.Set("OT_API_BASE_URL", "app.opentrain.ai");
        using var session = new Session();

        var result = session.Run("try { Update-JobDraft j -JobTitle New } catch { throw }");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "OT_API_BASE_URL", "app.opentrain.ai", "Nothing was sent.");
    }

    [Fact]
    public void BaseUri_wins_over_the_environment()
    {
        EnvironmentScope.Set("OT_API_BASE_URL", "https://elsewhere.example");
        using var session = new Session();

        Assert.Equal("https://here.example/v1", Assert.Single(session.Run("Connect-JobDraftService OpenTrain -BaseUri https://here.example/v1 -Token $token -PassThru", ("token", Bench.Secret("t"))).Output).Properties["BaseUri"].Value.ToString());
    }
}
