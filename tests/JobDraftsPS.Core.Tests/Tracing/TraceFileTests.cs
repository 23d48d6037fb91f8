using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.Tracing;

namespace JobDraftsPS.Core.Tests.Tracing;

public sealed class TraceFileTests
{
    private const string Secret = "tok/canary+0123456789";
    private static readonly ApiRequest Read = new("GET", "/jobs", "a test");

    [Fact]
    public async Task Whoever_shares_a_connection_writes_one_whole_file()
    {
        using var stream = new MemoryStream();
        using var transport = Over(new TraceFile(stream, "x.har"), request => Json($$"""{"asked":"{{request.RequestUri!.Query}}"}"""));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => SendAsync(transport, Read.WithQuery([new("n", number.ToString(System.Globalization.CultureInfo.InvariantCulture))])))));

        var asked = Entries(stream).Select(entry => (string)entry!["request"]!["url"]!).ToArray();
        Assert.Equal(200, asked.Distinct().Count());
        Assert.All(Entries(stream), entry => Assert.Contains(new Uri((string)entry!["request"]!["url"]!).Query, (string)entry["response"]!["content"]!["text"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_body_is_cut_after_it_was_cleaned()
    {
        var body = new string('a', HarEntry.MaxBodyLength - 5) + Secret + new string('b', 100);
        using var stream = new MemoryStream();
        using var transport = Over(new TraceFile(stream, "x.har"), _ => new HttpResponseMessage { Content = new StringContent(body) });

        await SendAsync(transport, Read);

        var content = Entries(stream).Single()!["response"]!["content"]!;
        var text = (string)content["text"]!;
        Assert.Equal(HarEntry.MaxBodyLength, text.Length);
        Assert.EndsWith("a***bb", text, StringComparison.Ordinal);
        Assert.Equal(body.Length, (int)content["size"]!);
        Assert.Matches("^The first 65536 of 65634 characters[.]$", (string)content["comment"]!);
    }

    [Theory]
    [InlineData("""{"access_token":"new-canary-1","refresh_token":"new\/canary\u002b2"}""")]
    [InlineData("""{"error":"x","access_token" : "new-canary-1","client_secret":"new/canary+2"}""")]
    public async Task What_an_exchange_calls_a_secret_is_in_no_part_of_it(string body)
    {
        using var stream = new MemoryStream();
        using var transport = Over(new TraceFile(stream, "x.har"), _ =>
        {
            var answer = Json(body);
            answer.Headers.TryAddWithoutValidation("X-Request-Id", "new-canary-1 new%2Fcanary%2B2 code-canary%203");
            answer.Headers.TryAddWithoutValidation("Set-Cookie", "session=cookie-canary");
            return answer;
        });

        await SendAsync(transport, new ApiRequest("POST", "/token", "a test") { Form = "grant_type=authorization_code&code=code-canary%203&client_secret=form-canary" });

        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("grant_type=authorization_code&code=***", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_packed_without_the_secret_in_it()
    {
        byte[] bytes = [0, 255, .. Encoding.ASCII.GetBytes(Secret), 254];
        using var stream = new MemoryStream();
        using var transport = Over(new TraceFile(stream, "x.har"), _ => new HttpResponseMessage { Content = new ByteArrayContent(bytes) });

        await SendAsync(transport, Read);

        var content = Entries(stream).Single()!["response"]!["content"]!;
        Assert.Equal("base64", (string)content["encoding"]!);
        Assert.Equal([0, 255, .. "***"u8, 254], Convert.FromBase64String((string)content["text"]!));
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_trace_and_not_the_call()
    {
        using var disk = new SmallDisk(2500);
        using var transport = Over(new TraceFile(disk, "x.har"), _ => Json("""{"ok":true}"""));
        var log = new CallLog();

        for (var call = 0; call < 9; call++)
        {
            Assert.Equal(200, (await transport.SendAsync(Read, log, TestContext.Current.CancellationToken)).Status);
        }

        Assert.InRange(Entries(disk).Count, 1, 6);
        var warnings = new List<string>();
        while (log.TryTake(out var line))
        {
            warnings.AddRange(line.Level == CallLogLevel.Warning ? [line.Text] : []);
        }

        Assert.Matches("^The trace 'x.har' ends here, because it cannot be written: The disk is full[.] The calls go on without it[.]$", Assert.Single(warnings));
    }

    private static Transport Over(TraceFile trace, Func<HttpRequestMessage, HttpResponseMessage> answer) => new(
        new Uri("http://127.0.0.1:9/api"),
        Secret,
        TimeSpan.FromSeconds(30),
        wrapHandler: _ => new FakeNetwork((request, _) => Task.FromResult(answer(request))),
        trace: trace);

    private static Task<ApiResponse> SendAsync(Transport transport, ApiRequest request) => transport.SendAsync(request, new CallLog(), TestContext.Current.CancellationToken);

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static JsonArray Entries(MemoryStream stream) => JsonNode.Parse(stream.ToArray())!["log"]!["entries"]!.AsArray();

    /// <summary>Takes no more than so many bytes.</summary>
    private sealed class SmallDisk(long room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Position + count > room)
            {
                base.Write(buffer, offset, (int)Math.Max(0, room - Position));
                throw new IOException("The disk is full.");
            }

            base.Write(buffer, offset, count);
        }
    }
}
