using JobDraftsPS.Core.Authorization;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Authorization;

public sealed class OAuthTests
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_code_is_exchanged_at_once_and_names_its_redirect_address()
    {
        using var bench = new OAuthBench();

        var connection = await bench.SignInAsync();

        var form = Assert.Single(bench.TokenRequests);
        Assert.StartsWith("grant_type=authorization_code&client_id=textking-sandbox-app&client_secret=textking-sandbox-app-secret&code=", form, StringComparison.Ordinal);
        Assert.EndsWith("&redirect_uri=http%3A%2F%2F127.0.0.1%3A8400%2Fcallback", form, StringComparison.Ordinal);
        Assert.StartsWith("application/x-www-form-urlencoded", bench.Sandbox.Requests.Single(request => request.Method == "POST").Headers["Content-Type"], StringComparison.Ordinal);
        Assert.True((await bench.CallAsync(connection)).Succeeded);
        Assert.Single(bench.TokenRequests);
    }

    [Fact]
    public async Task A_refresh_token_is_used_with_the_first_call_and_not_before()
    {
        using var bench = new OAuthBench();
        var options = bench.Options();
        options.RefreshToken = await RefreshTokenAsync(bench);
        var before = bench.TokenRequests.Count;

        var connection = bench.Connect(options);
        Assert.Equal(before, bench.TokenRequests.Count);

        Assert.True((await bench.CallAsync(connection)).Succeeded);
        Assert.Equal($"grant_type=refresh_token&client_id=textking-sandbox-app&client_secret=textking-sandbox-app-secret&refresh_token={options.RefreshToken}", bench.TokenRequests[^1]);
    }

    [Fact]
    public async Task Sixteen_workers_that_find_the_token_expired_renew_it_once()
    {
        using var bench = new OAuthBench();
        var connection = await bench.SignInAsync();
        await bench.CallAsync(connection);
        bench.Sandbox.Clock.Advance(TokenLife);
        bench.Sandbox.Apply(new SandboxControl { Latency = TimeSpan.FromMilliseconds(30) });
        var before = bench.Sandbox.Requests.Count;

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => bench.CallAsync(connection), TestContext.Current.CancellationToken)));

        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(2, bench.TokenRequests.Count);
        var calls = bench.Sandbox.Requests.Skip(before).Where(request => request.Target.StartsWith("/v1/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(16, calls.Count(call => call.Status == 200));
        Assert.InRange(calls.Count(call => call.Status == 401), 1, 16);
    }

    [Fact]
    public async Task A_token_whose_end_is_known_is_renewed_before_it()
    {
        using var bench = new OAuthBench();
        var connection = await bench.SignInAsync(knowsTime: true);
        bench.Sandbox.Clock.Advance(TokenLife - TimeSpan.FromSeconds(59));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => bench.CallAsync(connection), TestContext.Current.CancellationToken)));

        Assert.Equal(2, bench.TokenRequests.Count);
        Assert.DoesNotContain(bench.Sandbox.Requests, request => request.Status == 401);
    }

    [Fact]
    public async Task A_renewal_that_fails_ahead_of_time_lets_the_old_token_go_on()
    {
        using var bench = new OAuthBench();
        var connection = await bench.SignInAsync(knowsTime: true);
        bench.Sandbox.Clock.Advance(TokenLife - TimeSpan.FromSeconds(30));
        bench.Sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { PathContains = "/oauth/token", Status = 503, Count = 2 }] });

        Assert.True((await bench.CallAsync(connection)).Succeeded);
        Assert.Equal(3, bench.TokenRequests.Count);
        Assert.True((await bench.CallAsync(connection)).Succeeded);
        Assert.Equal(4, bench.TokenRequests.Count);
    }

    [Fact]
    public async Task An_upload_under_an_expired_token_is_sent_again_from_its_beginning()
    {
        using var bench = new OAuthBench();
        var connection = await bench.SignInAsync();
        await bench.CallAsync(connection);
        bench.Sandbox.Clock.Advance(TokenLife);
        var document = SourceDocument.Find(Support.SampleFile.Of("note.txt", "from the beginning"), null, null);

        var job = (TranslationJob)await new TextKingClient(connection)
            .Upload("11111111-1111-4111-8111-111111111111", "aaaaaaaa-0000-4000-8000-000000000001", document).SendAsync(bench.Context());

        Assert.Equal(3, job.Words);
        Assert.Equal([401, 201], bench.Sandbox.Requests.Where(request => request.Target.Contains("/document/", StringComparison.Ordinal)).Select(request => request.Status));
    }

    [Fact]
    public async Task A_renewal_that_is_refused_is_told_to_all_and_asked_once()
    {
        using var bench = new OAuthBench();
        var connection = await bench.SignInAsync();
        await bench.CallAsync(connection);
        bench.Sandbox.Clock.Advance(TokenLife);
        bench.Sandbox.Apply(new SandboxControl
        {
            Latency = TimeSpan.FromMilliseconds(50),
            Faults = [new SandboxFault { PathContains = "/oauth/token", Status = 400, Count = 99 }],
        });

        var errors = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Assert.ThrowsAsync<JobDraftsApiException>(() => bench.CallAsync(connection)), TestContext.Current.CancellationToken)));

        Assert.All(errors, error => Assert.Equal((FailureKind.Authorization, CallOutcome.NotSent), (error.Kind, error.Outcome)));

        // Who came only after the refusal asks anew; nobody who waited for it does.
        Assert.InRange(bench.TokenRequests.Count, 2, 4);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_by_the_services_own_code()
    {
        using var bench = new OAuthBench();
        var options = bench.Options(secret: "not-the-secret");
        options.RefreshToken = "whatever-it-was";

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.CallAsync(bench.Connect(options)));

        Assert.Equal(("TextKing.invalid_client", 401, FailureKind.Authorization), (error.ErrorId, error.StatusCode, error.Kind));
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Sandbox.Requests, request => request.Target.StartsWith("/v1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_is_used_up_closes_the_connection()
    {
        using var bench = new OAuthBench();
        var options = bench.Options();
        options.Code = "used-up-long-ago";
        options.RedirectUri = OAuthBench.Redirect;
        var connection = bench.Connect(options);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => ConnectionFactory.SignInAsync(connection, bench.Context()));
        var later = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.CallAsync(connection));

        Assert.Equal("TextKing.invalid_grant", error.ErrorId);
        Assert.Equal("JobDrafts.NoConnection", later.ErrorId);
    }

    [Fact]
    public async Task A_token_that_is_refused_from_the_start_is_not_renewed_for_ever()
    {
        using var server = new WireServer(request => request.Target.EndsWith("/token", StringComparison.Ordinal)
            ? WireReply.Of(200, """{"access_token":"never-good","token_type":"Bearer","refresh_token":"r2"}""")
            : WireReply.Of(401, string.Empty));
        var connection = ConnectTo(server);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => new TextKingClient(connection).TestAsync(new(new CallLog(), TestContext.Current.CancellationToken)));

        Assert.Equal("TextKing.Http401", error.ErrorId);
        Assert.Single(server.Requests, request => request.Method == "POST");
        Assert.Single(server.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task A_refresh_token_that_changes_is_kept_and_one_that_stays_is_used_again()
    {
        var answers = new Queue<string>(
        [
            """{"access_token":"access-one","refresh_token":"refresh-two","expires_in":3600}""",
            """{"access_token":"access-two","refresh_token":"refresh-two"}""",
            """{"access_token":"access-three"}""",
            """{"access_token":"access-four"}""",
        ]);
        var good = "access-one";
        using var server = new WireServer(request => request.Target.EndsWith("/token", StringComparison.Ordinal)
            ? WireReply.Of(200, answers.Dequeue())
            : WireReply.Of(request.Header("Authorization") == "Bearer " + good ? 200 : 401, """{"items":[],"total":0}"""));
        var client = new TextKingClient(ConnectTo(server));

        foreach (var next in new[] { "access-one", "access-two", "access-three", "access-four" })
        {
            good = next;
            await client.TestAsync(new(new CallLog(), TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            ["refresh-one", "refresh-two", "refresh-two", "refresh-two"],
            server.Requests.Where(request => request.Method == "POST").Select(request => request.Body.Split("refresh_token=")[1]));
    }

    [Fact]
    public async Task Every_token_that_there_was_is_masked_when_the_service_repeats_it()
    {
        var answers = new Queue<string>(["""{"access_token":"access-one","refresh_token":"refresh-two"}""", """{"access_token":"access-two"}"""]);
        var good = "access-one";
        using var server = new WireServer(request => request.Target.EndsWith("/token", StringComparison.Ordinal)
            ? WireReply.Of(200, answers.Dequeue())
            : request.Header("Authorization") == "Bearer " + good
                ? good == "access-one" ? WireReply.Of(200, """{"items":[],"total":0}""") : WireReply.Of(400, """{"message":"access-one access-two refresh-one refresh-two app-secret stay"}""")
                : WireReply.Of(401, string.Empty));
        var log = new CallLog();
        var client = new TextKingClient(ConnectTo(server));
        await client.TestAsync(new(log, TestContext.Current.CancellationToken));
        good = "access-two";

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => client.TestAsync(new(log, TestContext.Current.CancellationToken)));

        Assert.Contains("*** *** *** *** *** stay", error.Message, StringComparison.Ordinal);
        while (log.TryTake(out var line))
        {
            Assert.DoesNotMatch("access-|refresh-|secret", line.Text);
        }
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task The_token_endpoint_is_never_followed_to_another_host(int status)
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, """{"access_token":"stolen"}"""));
        using var server = new WireServer(_ => WireReply.Of(status, string.Empty, string.Empty, ("Location", elsewhere.Origin + "/token")));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => new TextKingClient(ConnectTo(server)).TestAsync(new(new CallLog(), TestContext.Current.CancellationToken)));

        Assert.Contains("redirect", error.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("http://www.textking.com/oauth")]
    [InlineData("ftp://127.0.0.1/oauth")]
    [InlineData("https://user:pass@www.textking.com/oauth")]
    public void Secrets_go_over_https_or_stay_on_this_machine(string address)
    {
        var options = new OAuthOptions("app", "app-secret") { AuthorizationUri = new Uri(address), RefreshToken = "refresh-one" };

        var error = Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(new ConnectionOptions(JobService.TextKing) { OAuth = options }));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.DoesNotContain("pass", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_TextKing_has_OAuth()
    {
        var error = Assert.Throws<JobDraftsApiException>(() => ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce) { OAuth = new OAuthOptions("app", "app-secret") { RefreshToken = "r" } }));

        Assert.Contains("has no OAuth", error.Message, StringComparison.Ordinal);
    }

    private static JobDraftConnection ConnectTo(WireServer server) => ConnectionFactory.Create(new ConnectionOptions(JobService.TextKing)
    {
        BaseUri = new Uri(server.Origin + "/v1"),
        OAuth = new OAuthOptions("app", "app-secret") { AuthorizationUri = new Uri(server.Origin + "/oauth"), RefreshToken = "refresh-one" },
    });

    private static async Task<string> RefreshTokenAsync(OAuthBench bench)
    {
        var options = bench.Options();
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = options.ClientId,
            ["client_secret"] = options.ClientSecret,
            ["code"] = await bench.CodeAsync(),
            ["redirect_uri"] = OAuthBench.Redirect,
        });
        using var response = await http.PostAsync(new Uri(bench.Sandbox.OAuthUri + "/token"), form, TestContext.Current.CancellationToken);
        return System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["refresh_token"]!.GetValue<string>();
    }
}
