using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class RedactionTests
{
    public static TheoryData<string> Echoes()
    {
        var token = ServiceBench.Token;
        return
        [
            $$$"""{"error":"The token {{{token}}} is wrong","code":"UNAUTHORIZED","requestId":"{{{token}}}","details":{"reason":"{{{token}}}","issues":[{"path":["{{{token}}}"],"message":"{{{token}}}"}]}}""",
            $"{token} is wrong",
            $$"""{"error":{{JsonSerializer.Serialize(token)}},"code":"UNAUTHORIZED"}""",
            $$"""{"error":"{{token.Replace("/", "\\/", StringComparison.Ordinal)}}","code":"UNAUTHORIZED"}""",
            $$"""{"error":"{{string.Concat(token.Select(letter => $"\\u{(int)letter:X4}"))}}","code":"UNAUTHORIZED"}""",
            $$"""{"error":"{{string.Concat(token.Select(letter => $"\\u{(int)letter:x4}"))}}","code":"UNAUTHORIZED"}""",
        ];
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_service_that_repeats_the_token_does_not_get_it_into_the_error(string body)
    {
        using var bench = ServiceBench.Answering(401, body, "application/json", ("X-Request-Id", ServiceBench.Token), ("Server", ServiceBench.Token));

        var error = await BenchCalls.FailsAsync(() => bench.Update());

        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ServiceBench.Token, Everything(error), StringComparison.Ordinal);
        Assert.All(bench.Said(), entry => Assert.DoesNotContain(ServiceBench.Token, entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_request_id_of_a_header_holds_no_token()
    {
        using var bench = ServiceBench.Answering(500, "", "", ("X-Request-Id", "req-" + ServiceBench.Token));

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        Assert.Equal("req-***", error.RequestId);
    }

    [Fact]
    public async Task A_record_holds_no_token_either()
    {
        using var bench = ServiceBench.Answering(200, $$"""{"jobId":"job_1","status":"DRAFT","draftUrl":"https://x/?t={{ServiceBench.Token}}","extra":"{{ServiceBench.Token}}"}""");

        var draft = await bench.Update();

        Assert.Equal("https://x/?t=***", draft.DraftUrl);
        Assert.Equal("***", draft.AdditionalData["extra"]);
    }

    [Fact]
    public void An_answer_without_a_secret_is_handed_on_untouched()
    {
        var body = Encoding.UTF8.GetBytes("""{"a":"ä \u00e4"}""");

        Assert.Same(body, new Redaction("0123456789").Clean(body));
    }

    [Fact]
    public void A_secret_of_a_few_letters_is_no_secret()
    {
        Assert.Equal("abc", new Redaction("abc", null, "").Clean("abc"));
    }

    private static string Everything(JobDraftsApiException error) => JsonSerializer.Serialize(
        new
        {
            Text = error.ToString(),
            error.Code,
            error.Reason,
            error.ServiceMessage,
            error.RequestId,
            error.FieldErrors,
            error.RecommendedAction,
            error.Validation,
        },
        Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
