using System.Text;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Http;

/// <summary>Answers that none of the services wrote: a proxy's page, nothing at all, half a text.</summary>
public sealed class ForeignAnswerTests
{
    public static TheoryData<JobService, int, string, string> Bodies()
    {
        var data = new TheoryData<JobService, int, string, string>();
        foreach (var service in Enum.GetValues<JobService>())
        {
            foreach (var status in new[] { 400, 403, 502, 503, 504 })
            {
                data.Add(service, status, "<html><body>Gateway</body></html>", "a page, not the service's answer");
                data.Add(service, status, "", "the body is empty");
                data.Add(service, status, """{"error":{"code":"BAD""", "{\"error\":{\"code\":\"BAD");
                data.Add(service, status, "upstream connect error", "upstream connect error.");
                data.Add(service, status, "[1,2]", "[1,2].");
                data.Add(service, status, "\"text\"", "\"text\".");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_status_decides_and_the_body_is_quoted(JobService service, int status, string body, string quoted)
    {
        var error = Refusal.Of(service, "PATCH", status, body);

        Assert.Equal($"{service}.Http{status}", error.ErrorId);
        Assert.Equal(status < 500 ? CallOutcome.Refused : CallOutcome.Unknown, error.Outcome);
        Assert.Null(error.Code);
        Assert.Contains(quoted, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_xml_what_it_says_is_shown()
    {
        var error = Refusal.Of(JobService.TextKing, "PUT", 400, """<?xml version="1.0" encoding="utf-8"?><error><status>400</status><message>The name is empty</message></error>""");

        Assert.Contains("400 The name is empty.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobService.OpenTrain)]
    [InlineData(JobService.TextKing)]
    [InlineData(JobService.Sorce)]
    public void At_most_500_characters_of_a_foreign_body_are_shown_on_one_line(JobService service)
    {
        var error = Refusal.Of(service, "PATCH", 502, "first\r\nsecond\u001b[31m" + new string('x', 5000));

        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 500, 700);
    }

    [Theory]
    [InlineData(JobService.OpenTrain, """{"error":"E\u001b[2J","code":"C\u0007","requestId":"r\u009b","details":{"reason":"x\u001b","issues":[{"path":["f\u001b"],"message":"m\u001b"}]}}""")]
    [InlineData(JobService.OpenTrain, """{"error":"E","code":"C","details":{"featureKey":"k\u001b[2J"}}""")]
    [InlineData(JobService.OpenTrain, """{"error":"E","code":"C","details":{"reason":"moderation_blocked","reasons":["no\u001b[2J"]}}""")]
    [InlineData(JobService.TextKing, """{"status":403,"message":"line\r\nE\u001b[2J"}""")]
    [InlineData(JobService.Sorce, """{"error":{"code":"C\u001b","message":"E\u001b[2J","fields":{"f\u001b":"m\u001b"}}}""")]
    public void What_a_service_says_cannot_move_the_terminals_cursor(JobService service, string body)
    {
        var error = Refusal.Of(service, "PATCH", 403, body);

        string?[] texts = [error.Message, error.ErrorId, error.Code, error.Reason, error.ServiceMessage, error.RequestId, error.RecommendedAction, .. error.FieldErrors.Keys, .. error.FieldErrors.Values];
        Assert.All(texts.OfType<string>(), text => Assert.DoesNotContain(text, char.IsControl));
        Assert.Contains("E", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_service_says_cannot_turn_the_direction_of_writing_in_an_error()
    {
        var error = Refusal.Of(JobService.Sorce, "PATCH", 403, """{"error":{"code":"C","message":"job \u202Ereviled\u2066 \u2028end"}}""");

        Assert.Contains("job  reviled   end", error.Message, StringComparison.Ordinal);
        Assert.Equal("job  reviled   end", error.ServiceMessage);
    }

    public static TheoryData<string> NotAnAnswer() => [.. Nobodys, .. Empty];

    public static TheoryData<string> DeniesItsStatus() => [.. Nobodys];

    public static TheoryData<string> SaysNothing() => [.. Empty, "{}", """{"ok":true}""", """{"data":{}}"""];

    /// <summary>What somebody else wrote, half an answer, and errors with the status of a success.</summary>
    private static readonly string[] Nobodys =
    [
        "<html><body>Log in to the network</body></html>",
        """{"jobId":"job_1","id":"job_1",""",
        """{"error":"Upstream failed","code":"INTERNAL_ERROR"}""",
        """{"error":{"code":"INTERNAL","message":"x"}}""",
        """{"status":500,"message":"x"}""",
        Deep(65),
    ];

    private static readonly string[] Empty =
    [
        "",
        """{"jobId":"","id":""}""",
        """{"jobId":{},"id":[]}""",
        """["job_1"]""",
        "null",
    ];

    [Theory]
    [MemberData(nameof(SaysNothing))]
    public async Task A_success_status_of_a_write_is_done_also_where_the_answer_says_nothing(string body)
    {
        using var bench = ServiceBench.Answering(200, body);

        Assert.Equal("job_1", (await bench.Update()).JobId);
        Assert.Equal("job_1", (await bench.PublishDraft()).JobId);
        Assert.Equal(BenchCalls.Job, (await bench.UpdateJob()).JobId);
        Assert.Equal("job_1", (await bench.PublishListing()).JobId);

        Assert.Equal(4, bench.Requests.Count(request => request.Method != "GET"));
        Assert.Equal(4, bench.Said().Count(entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("do not send it again", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(DeniesItsStatus))]
    public async Task A_success_status_without_the_answer_leaves_a_write_unknown(string body)
    {
        using var bench = ServiceBench.Answering(200, body);

        JobDraftsApiException[] errors =
        [
            await BenchCalls.FailsAsync(() => bench.Update()),
            await BenchCalls.FailsAsync(() => bench.PublishDraft()),
            await BenchCalls.FailsAsync(() => bench.UpdateJob()),
            await BenchCalls.FailsAsync(() => bench.PublishListing()),
        ];

        Assert.All(errors, error =>
        {
            Assert.Equal($"{error.Service}.Http200", error.ErrorId);
            Assert.Equal(FailureKind.Unreadable, error.Kind);
            Assert.Equal(CallOutcome.Unknown, error.Outcome);
        });
        Assert.Equal(4, bench.Requests.Count(request => request.Method != "GET"));
    }

    [Theory]
    [MemberData(nameof(NotAnAnswer))]
    public async Task A_success_status_without_the_answer_is_an_error_on_a_read_too(string body)
    {
        using var bench = ServiceBench.Answering(200, body);

        JobDraftsApiException[] errors =
        [
            await BenchCalls.FailsAsync(() => bench.OpenTrain.GetCapabilitiesAsync(false, bench.Context)),
            await BenchCalls.FailsAsync(() => bench.OpenTrain.TestAsync(bench.Context)),
            await BenchCalls.FailsAsync(() => bench.TextKing.GetJobAsync(BenchCalls.Project, BenchCalls.Job, bench.Context)),
            await BenchCalls.FailsAsync(() => bench.TextKing.GetJobsAsync(BenchCalls.Project, bench.Context)),
            await BenchCalls.FailsAsync(() => bench.TextKing.GetProjectAsync(BenchCalls.Project, bench.Context)),
            await BenchCalls.FailsAsync(() => bench.TextKing.TestAsync(bench.Context)),
            await BenchCalls.FailsAsync(() => bench.Sorce.TestAsync(bench.Context)),
        ];

        Assert.All(errors, error => Assert.Equal(FailureKind.Unreadable, error.Kind));
        Assert.All(errors, error => Assert.Contains("Nothing was changed.", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_inside_data_is_the_answer()
    {
        using var bench = ServiceBench.Answering(200, """{"data":{"jobId":"job_1","id":"job_1","status":"ACTIVE"}}""");

        Assert.Equal("job_1", (await bench.Update()).JobId);
        Assert.Equal("ACTIVE", (await bench.PublishListing()).Status);
        Assert.DoesNotContain(bench.Said(), entry => entry.Level == CallLogLevel.Warning);
    }

    [Fact]
    public async Task Half_a_character_does_not_take_the_answer_along()
    {
        using var bench = ServiceBench.Answering(200, """{"jobId":"job_1","draftUrl":"a\\ud83d \ud83d \ud83d\ude00 \udc00","\ud800":1}""");

        var draft = await bench.Update();

        Assert.Equal("a\\ud83d \ufffd \ud83d\ude00 \ufffd", draft.DraftUrl);
    }

    public static TheoryData<string, byte[]> Charsets() => new()
    {
        { "application/json; charset=iso-8859-1", Encoding.Latin1.GetBytes(InLetters) },
        { "application/json; charset=\"windows-1252\"", Encoding.Latin1.GetBytes(InLetters) },
        { "application/json; charset=iso-8859-1", Encoding.UTF8.GetBytes(InLetters) },
        { "application/json; charset=nonsense", Encoding.UTF8.GetBytes(InLetters) },
        { "application/json; charset=utf-16", Encoding.Unicode.GetBytes(InLetters) },
        { "application/json; charset=utf-16", Encoding.BigEndianUnicode.GetBytes(InLetters) },
        { "application/json", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(InLetters)] },
        { "application/json", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(InLetters)] },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public async Task An_answer_is_read_in_its_charset(string contentType, byte[] body)
    {
        using var bench = new ServiceBench(_ => WireReply.Of(200, body, contentType));

        Assert.Equal("Bäcker", (await bench.Update()).DraftUrl);
    }

    [Fact]
    public async Task A_secret_is_masked_in_every_charset()
    {
        using var bench = new ServiceBench(_ => WireReply.Of(400, Encoding.Unicode.GetBytes("{\"error\":\"" + ServiceBench.Token + " is bad\"}"), "application/json; charset=utf-16"));

        var error = await BenchCalls.FailsAsync(() => bench.Update());

        Assert.Contains("*** is bad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ok_false_is_no_success()
    {
        using var bench = ServiceBench.Answering(200, """{"ok":false,"jobId":"job_1","status":"DRAFT"}""");

        Assert.Equal(FailureKind.Unreadable, (await BenchCalls.FailsAsync(() => bench.Update())).Kind);
        Assert.Equal(FailureKind.Unreadable, (await BenchCalls.FailsAsync(() => bench.PublishDraft())).Kind);
    }

    [Fact]
    public async Task An_answer_nested_as_deep_as_is_read_still_reads()
    {
        using var bench = ServiceBench.Answering(200, $$"""{"jobId":"job_1","extra":{{Deep(63)}}}""");

        Assert.Equal("job_1", (await bench.Update()).JobId);
    }

    private const string InLetters = """{"jobId":"job_1","draftUrl":"Bäcker"}""";

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);
}
