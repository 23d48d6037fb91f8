using JobDraftsPS.Core.Connections;

namespace JobDraftsPS.Core.Tests.Connections;

/// <summary>Connections made from environment variables. The variables are the process's own, so these run one after another and are put back.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names = ["OT_API_TOKEN", "OPENTRAIN_API_TOKEN", "OT_API_BASE_URL", "OPENTRAIN_API_BASE_URL", "TEXTKING_ACCESS_TOKEN", "SORCE_API_KEY"];
    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentTests()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Dispose()
    {
        foreach (var pair in before)
        {
            Environment.SetEnvironmentVariable(pair.Key, pair.Value);
        }
    }

    [Theory]
    [InlineData(JobService.OpenTrain, "OT_API_TOKEN")]
    [InlineData(JobService.OpenTrain, "OPENTRAIN_API_TOKEN")]
    [InlineData(JobService.TextKing, "TEXTKING_ACCESS_TOKEN")]
    [InlineData(JobService.Sorce, "SORCE_API_KEY")]
    public void A_token_is_found_in_its_variable_and_the_variable_is_named(JobService service, string variable)
    {
        Environment.SetEnvironmentVariable(variable, " t0ken ");

        Assert.True(ConnectionFactory.EnvironmentHasToken(service));
        Assert.Equal(variable, ConnectionFactory.Create(new ConnectionOptions(service)).TokenSource);
    }

    [Fact]
    public void Without_a_token_the_error_names_both_ways_to_give_one()
    {
        Environment.SetEnvironmentVariable("OT_API_TOKEN", "  ");

        var error = Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(new ConnectionOptions(JobService.OpenTrain)));

        Assert.Equal("JobDrafts.NoConnection", error.ErrorId);
        Assert.Contains("OT_API_TOKEN or OPENTRAIN_API_TOKEN", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Token", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_variable_wins()
    {
        Environment.SetEnvironmentVariable("OT_API_TOKEN", "f1rst");
        Environment.SetEnvironmentVariable("OPENTRAIN_API_TOKEN", "sec0nd");

        Assert.Equal("OT_API_TOKEN", ConnectionFactory.Create(new ConnectionOptions(JobService.OpenTrain)).TokenSource);
    }

    [Theory]
    [InlineData("OT_API_BASE_URL")]
    [InlineData("OPENTRAIN_API_BASE_URL")]
    public void The_address_is_found_in_its_variable_and_gets_the_path(string variable)
    {
        Environment.SetEnvironmentVariable(variable, "https://staging.example.com");

        Assert.Equal(new Uri("https://staging.example.com/api/public/v1"), Create("t0ken").BaseUri);
    }

    [Fact]
    public void An_address_that_is_given_beats_the_variable()
    {
        Environment.SetEnvironmentVariable("OT_API_BASE_URL", "https://staging.example.com");

        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.OpenTrain) { Token = "t0ken", BaseUri = new Uri("https://given.example.com/v9") });

        Assert.Equal(new Uri("https://given.example.com/v9"), connection.BaseUri);
    }

    [Theory]
    [InlineData("staging.example.com")]
    [InlineData("http://staging.example.com")]
    [InlineData("https://mara:hunter2@staging.example.com")]
    public void A_variable_with_an_address_that_is_not_allowed_is_refused(string address)
    {
        Environment.SetEnvironmentVariable("OT_API_BASE_URL", address);

        var error = Assert.Throws<JobDraftsApiException>(() => Create("t0ken"));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_of_the_environment_is_current_until_token_or_address_changes()
    {
        Environment.SetEnvironmentVariable("OT_API_TOKEN", "t0ken");
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.OpenTrain));

        Assert.True(ConnectionFactory.IsCurrent(connection));
        Environment.SetEnvironmentVariable("OT_API_TOKEN", "an0ther");
        Assert.False(ConnectionFactory.IsCurrent(connection));
        Environment.SetEnvironmentVariable("OT_API_TOKEN", "t0ken");
        Environment.SetEnvironmentVariable("OT_API_BASE_URL", "https://staging.example.com");
        Assert.False(ConnectionFactory.IsCurrent(connection));
    }

    private static JobDraftConnection Create(string token) => ConnectionFactory.Create(new ConnectionOptions(JobService.OpenTrain) { Token = token });
}
