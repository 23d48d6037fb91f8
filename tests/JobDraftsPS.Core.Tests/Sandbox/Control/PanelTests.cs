using System.Globalization;
using System.Net;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Control;

public sealed class PanelTests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task The_state_names_addresses_tokens_settings_and_counts()
    {
        await user.GetAsync("/auth/me");
        await user.GetAsync("/auth/nobody");
        var state = await user.GetAsync("/__control");

        Assert.Equal(user.Sandbox.OpenTrainUri.AbsoluteUri, state["openTrainUri"]!.GetValue<string>());
        Assert.EndsWith("/api/public/v1", state["openTrainUri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("/v1", state["textKingUri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("/api/external/v1", state["sorceUri"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(user.Sandbox.OpenTrainToken, state["openTrainToken"]!.GetValue<string>());
        Assert.Equal(60, state["rateLimit"]!.GetValue<int>());
        Assert.Equal(60, state["rateWindow"]!.GetValue<double>());
        Assert.Equal(20, state["publishQuota"]!.GetValue<int>());
        Assert.Equal(20 * 1024 * 1024, state["uploadLimit"]!.GetValue<long>());
        Assert.Equal(2, state["totalRequests"]!.GetValue<long>());
        Assert.Equal(
            ["OpenTrain GET 200 1", "OpenTrain GET 404 1"],
            state["requests"]!.AsArray().Select(count => $"{count!["service"]} {count["method"]} {count["status"]} {count["count"]}"));
    }

    [Fact]
    public async Task A_turn_over_http_changes_what_it_names_and_nothing_else()
    {
        var before = user.Sandbox.Clock.UtcNow;
        var state = await user.PostAsync("/__control", """
            {"advanceClock": "1.00:00:30", "rateLimit": 5, "rateWindow": 2.5, "moderationWord": "casino", "missingFieldForm": "objects", "cardOnFile": false}
            """);

        Assert.Equal(HttpStatusCode.OK, state.Status);
        Assert.Equal(5, state["rateLimit"]!.GetValue<int>());
        Assert.Equal(2.5, state["rateWindow"]!.GetValue<double>());
        Assert.Equal("casino", state["moderationWord"]!.GetValue<string>());
        Assert.Equal("Objects", state["missingFieldForm"]!.GetValue<string>());
        Assert.False(state["cardOnFile"]!.GetValue<bool>());
        Assert.True(state["termsAccepted"]!.GetValue<bool>());
        Assert.Equal(20, state["publishQuota"]!.GetValue<int>());
        Assert.True(DateTimeOffset.Parse(state["clock"]!.GetValue<string>(), CultureInfo.InvariantCulture) - before >= TimeSpan.FromSeconds(86430));
    }

    [Fact]
    public void Another_process_learns_exactly_how_far_the_clock_was_moved()
    {
        using var remote = new RemoteSandbox(user.Sandbox.ControlUri);
        remote.Apply(new SandboxControl { AdvanceClock = TimeSpan.FromSeconds(12.5) });
        remote.Apply(new SandboxControl { AdvanceClock = TimeSpan.FromMinutes(1) });

        Assert.Equal(TimeSpan.FromSeconds(72.5), remote.ReadState().ClockAhead);
    }

    [Theory]
    [InlineData("""{"ratelimit": 5}""", "ratelimit")]
    [InlineData("""{"rateLimit": "5"}""", "rateLimit")]
    [InlineData("""{"rateLimit": 0}""", "rateLimit")]
    [InlineData("""{"rateLimit": 1.5}""", "rateLimit")]
    [InlineData("""{"rateWindow": "soon"}""", "rateWindow")]
    [InlineData("""{"advanceClock": -1}""", "advanceClock")]
    [InlineData("""{"faultRate": 2}""", "faultRate")]
    [InlineData("""{"uploadLimit": 1e99}""", "uploadLimit")]
    [InlineData("""{"missingFieldForm": "1"}""", "missingFieldForm")]
    [InlineData("""{"termsAccepted": "yes"}""", "termsAccepted")]
    [InlineData("""{"faults": {}}""", "faults")]
    [InlineData("""{"faults": [{}]}""", "faults[0].kind")]
    [InlineData("""{"faults": [{"kind": "Status"}, {"kind": "Status", "count": 0}]}""", "faults[1].count")]
    [InlineData("""{"faults": [{"kind": "Status", "service": "Elsewhere"}]}""", "faults[0].service")]
    [InlineData("""{"faults": [{"kind": "Status", "colour": "red"}]}""", "faults[0].colour")]
    [InlineData("[]", "The body")]
    [InlineData("nonsense", "JSON")]
    public async Task A_turn_that_is_not_understood_is_refused_by_name(string body, string named)
    {
        var refused = await user.PostAsync("/__control", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(named, refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rateWindow": 7, "faults": [{"kind": "Status"}], "rateLimit": 0}""")]
    [InlineData("""{"rateWindow": 7, "faults": [{"kind": "Status"}], "unknown": 0}""")]
    [InlineData("""{"rateWindow": 7, "faults": [{"kind": "Status"}], "addApplication": "no-such-job"}""")]
    public async Task A_turn_with_one_wrong_member_changes_nothing(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync("/__control", body)).Status);

        var state = user.Sandbox.ReadState();
        Assert.Equal(TimeSpan.FromSeconds(60), state.RateWindow);
        Assert.Equal(0, state.PendingFaults);
    }

    [Fact]
    public void A_turn_in_process_is_checked_alike()
    {
        var refused = Assert.Throws<ArgumentException>(() => user.Sandbox.Apply(new SandboxControl { PublishQuota = -1, RateLimit = 9 }));

        Assert.Contains("publishQuota", refused.Message, StringComparison.Ordinal);
        Assert.Equal(60, user.Sandbox.ReadState().RateLimit);
    }

    [Fact]
    public async Task Requests_are_kept_as_sent_and_forgotten_on_demand()
    {
        await user.PatchAsync("/job-drafts/ot-draft-01?why=not", """{"headcount": 3}""");

        var request = Assert.Single(user.Sandbox.Requests);
        Assert.Equal("PATCH", request.Method);
        Assert.Equal("/api/public/v1/job-drafts/ot-draft-01?why=not", request.Target);
        Assert.Equal("Bearer " + user.Sandbox.OpenTrainToken, request.Headers["authorization"]);
        Assert.Equal("""{"headcount": 3}""", request.Body);
        Assert.Equal(200, request.Status);
        Assert.Equal("OpenTrain", request.Service);

        var listed = await user.GetAsync("/__control/requests");
        Assert.Equal(1, listed["total"]!.GetValue<long>());
        Assert.Equal(request.Body, listed["requests"]![0]!["body"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, "/__control/requests")).Status);
        Assert.Empty(user.Sandbox.Requests);
        Assert.Equal(0, user.Sandbox.TotalRequests);
    }

    [Theory]
    [InlineData("DELETE", "/__control")]
    [InlineData("GET", "/__control/other")]
    public async Task The_panel_answers_404_for_what_it_does_not_have(string method, string path)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await user.SendAsync(new HttpMethod(method), path)).Status);
    }

    [Fact]
    public void A_sandbox_in_another_process_is_driven_by_any_of_its_addresses()
    {
        using var remote = new RemoteSandbox(user.Sandbox.SorceUri);
        var fault = new SandboxFault { Kind = SandboxFaultKind.RateLimited, Service = "opentrain", Count = 3, RetryAfterForm = RetryAfterForm.HttpDate };
        var control = new SandboxControl
        {
            RateLimit = 7,
            RateWindow = TimeSpan.FromSeconds(1.5),
            PublishQuota = 2,
            UploadLimit = 10,
            ModerationWord = "ä\"",
            MissingFieldForm = MissingFieldForm.Empty,
            TermsAccepted = false,
            Faults = [fault],
        };
        var state = remote.Apply(control);

        Assert.Equal(7, state.RateLimit);
        Assert.Equal(TimeSpan.FromSeconds(1.5), state.RateWindow);
        Assert.Equal("ä\"", state.ModerationWord);
        Assert.Equal(3, state.PendingFaults);
        Assert.Equal(user.Sandbox.OpenTrainUri, state.OpenTrainUri);
        Assert.Equal(user.Sandbox.OpenTrainToken, remote.ReadState().OpenTrainToken);
        Assert.False(user.Sandbox.ReadState().TermsAccepted);
        Assert.Contains("rateLimit", Assert.Throws<ArgumentException>(() => remote.Apply(new SandboxControl { RateLimit = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_without_a_sandbox_is_said_so()
    {
        user.Dispose();
        using var remote = new RemoteSandbox(user.Sandbox.OpenTrainUri);

        Assert.Throws<HttpRequestException>(remote.ReadState);
        Assert.Throws<ArgumentException>(() => new RemoteSandbox(new Uri("ftp://127.0.0.1")));
    }
}
