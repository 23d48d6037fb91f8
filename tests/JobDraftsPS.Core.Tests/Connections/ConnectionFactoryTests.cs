using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Tests.Connections;

public sealed class ConnectionFactoryTests
{
    [Theory]
    [InlineData("https://api.example.com/v1")]
    [InlineData("http://localhost:8080/v1")]
    [InlineData("http://LOCALHOST/v1")]
    [InlineData("http://127.0.0.1/v1")]
    [InlineData("http://127.45.6.7/v1")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("http://[::ffff:127.0.0.1]/v1")]
    public void Https_is_taken_from_anywhere_and_http_from_this_machine(string address)
    {
        Assert.Equal(new Uri(address), Connect(address).BaseUri);
    }

    [Theory]
    [InlineData("http://api.example.com/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("http://localhost.example.com/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("http://0.0.0.0/v1")]
    [InlineData("http://[::2]/v1")]
    [InlineData("http://128.0.0.1/v1")]
    [InlineData("ftp://127.0.0.1/v1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ws://localhost/v1")]
    public void A_token_goes_nowhere_else(string address)
    {
        var error = Refused(address);

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.Contains("https is needed", error.Message, StringComparison.Ordinal);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
    }

    [Theory]
    [InlineData("https://mara:hunter2@api.example.com/v1")]
    [InlineData("https://hunter2@api.example.com/v1")]
    [InlineData("https://api.example.com/v1?key=hunter2")]
    [InlineData("https://api.example.com/v1#hunter2")]
    public void An_address_that_may_hold_a_secret_is_refused_without_showing_it(string address)
    {
        var error = Refused(address);

        Assert.Contains("no user name, query or fragment", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://api.example.com", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_token_is_refused_and_never_replaced_by_the_environments()
    {
        var error = Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce) { Token = string.Empty }));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.Contains("The token given for Sorce is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_address_is_refused()
    {
        var options = new ConnectionOptions(JobService.Sorce) { Token = "t0ken", BaseUri = new Uri("v1", UriKind.Relative) };

        Assert.Contains("must be absolute", Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobService.OpenTrain, "https://app.example.com", "https://app.example.com/api/public/v1")]
    [InlineData(JobService.OpenTrain, "https://app.example.com/", "https://app.example.com/api/public/v1")]
    [InlineData(JobService.OpenTrain, "https://app.example.com/other/v2", "https://app.example.com/other/v2")]
    [InlineData(JobService.TextKing, "https://app.example.com", "https://app.example.com/")]
    [InlineData(JobService.Sorce, "https://app.example.com", "https://app.example.com/")]
    public void Only_openTrains_bare_origin_gets_the_path(JobService service, string given, string used)
    {
        Assert.Equal(new Uri(used), Connect(given, service).BaseUri);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("line\r\nX-Injected: 1")]
    [InlineData(" lead")]
    [InlineData("trail ")]
    [InlineData("umläut")]
    [InlineData("nul\0")]
    public void A_token_that_could_not_be_a_headers_value_is_refused_unseen(string token)
    {
        var error = Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce) { Token = token }));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.DoesNotContain(token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_shows_everything_but_the_token()
    {
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce) { Token = "sk_ext_canary", TokenSource = "credential", Timeout = TimeSpan.FromSeconds(7), IsSandbox = true });

        Assert.Equal(new Uri("https://www.sorce.jobs/api/external/v1"), connection.BaseUri);
        Assert.Equal((7.0, "credential", true), (connection.TimeoutSec, connection.TokenSource, connection.IsSandbox));
        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(connection) + connection, StringComparison.Ordinal);
    }

    private static JobDraftConnection Connect(string address, JobService service = JobService.Sorce) =>
        ConnectionFactory.Create(new ConnectionOptions(service) { Token = "t0ken", BaseUri = new Uri(address) });

    private static JobDraftsApiException Refused(string address) => Assert.Throws<JobDraftsApiException>(() => Connect(address));

    [Fact]
    public void A_connection_without_a_token_is_made_for_what_everybody_may_see()
    {
        var connection = ConnectionFactory.CreateOpen(JobService.TextKing);

        Assert.Equal((JobService.TextKing, "none", ServiceRegistry.Of(JobService.TextKing).Defaults.BaseUri), (connection.Service, connection.TokenSource, connection.BaseUri));
        ConnectionFactory.Close(connection);
    }
}
