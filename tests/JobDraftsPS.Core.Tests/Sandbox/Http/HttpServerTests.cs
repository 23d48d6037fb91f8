using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Core.Tests.Sandbox.Http;

public sealed class HttpServerTests : IDisposable
{
    private readonly HttpServer server;
    private readonly RawClient client;
    private ReceivedRequest? seen;

    public HttpServerTests()
    {
        server = new HttpServer(0, Echo, new HttpLimits { RequestLine = 200, Headers = 500, Body = 1000 });
        server.Start();
        client = new RawClient(server.Port);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task A_post_with_neither_length_nor_chunks_has_an_empty_body_and_is_answered_at_once()
    {
        await client.SendAsync("POST /publish HTTP/1.1\nHost: x\n\n");
        var (head, body) = await client.ReadAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.Equal("POST /publish 0:", body);
    }

    [Fact]
    public async Task A_connection_is_kept_for_the_next_request()
    {
        await client.SendAsync("GET /one HTTP/1.1\nHost: x\n\nPUT /two HTTP/1.1\nHost: x\nContent-Length: 3\n\nabcGET /three HTTP/1.1\nHost: x\n\n");

        Assert.Equal("GET /one 0:", (await client.ReadAsync()).Body);
        Assert.Equal("PUT /two 3:abc", (await client.ReadAsync()).Body);
        Assert.Equal("GET /three 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public async Task Chunks_are_put_together_and_trailers_passed_over()
    {
        await client.SendAsync("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n3;note=1\nabc\nA\n0123456789\n0\nTrailer: 1\n\nGET /next HTTP/1.1\nHost: x\n\n");

        Assert.Equal("POST / 13:abc0123456789", (await client.ReadAsync()).Body);
        Assert.Equal("GET /next 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public async Task A_client_that_waits_for_100_is_told_to_go_on()
    {
        await client.SendAsync("POST / HTTP/1.1\nHost: x\nContent-Length: 2\nExpect: 100-continue\n\n");
        Assert.Equal("HTTP/1.1 100 Continue", (await client.ReadAsync()).Head);

        await client.SendAsync("hi");
        Assert.Equal("POST / 2:hi", (await client.ReadAsync()).Body);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\n\n", "close")]
    [InlineData("GET / HTTP/1.1\nHost: x\nConnection: close\n\n", "close")]
    public async Task The_connection_closes_when_the_client_says_so(string request, string announced)
    {
        await client.SendAsync(request);
        var all = await client.ReadToEndAsync();

        Assert.Contains($"Connection: {announced}\r\n", all, StringComparison.Ordinal);
        Assert.EndsWith("GET / 0:", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_client_may_ask_to_keep_the_connection()
    {
        await client.SendAsync("GET /a HTTP/1.0\nConnection: Keep-Alive\n\n");
        Assert.Contains("Connection: keep-alive", (await client.ReadAsync()).Head, StringComparison.Ordinal);

        await client.SendAsync("GET /b HTTP/1.0\n\n");
        Assert.Equal("GET /b 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public async Task Head_answers_with_the_length_and_without_the_body()
    {
        await client.SendAsync("HEAD / HTTP/1.1\nHost: x\n\nGET /after HTTP/1.1\nHost: x\n\n");
        var (head, _) = await client.ReadAsync(hasBody: false);

        Assert.Contains("Content-Length: 9", head, StringComparison.Ordinal);
        Assert.Equal("GET /after 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public async Task An_answer_without_content_has_neither_length_nor_body()
    {
        await client.SendAsync("GET /204 HTTP/1.1\nHost: x\n\nGET /after HTTP/1.1\nHost: x\n\n");
        var (head, _) = await client.ReadAsync();

        Assert.StartsWith("HTTP/1.1 204 No Content", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", head, StringComparison.Ordinal);
        Assert.Equal("GET /after 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public async Task Every_answer_has_a_date_and_keeps_a_line_break_out_of_its_headers()
    {
        await client.SendAsync("GET /breaks HTTP/1.1\nHost: x\n\n");
        var (head, _) = await client.ReadAsync();

        Assert.Matches(@"\r\nDate: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT\r\n", head);
        Assert.Contains("X-Echo: a  Injected: 1", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\n\n", 400)]
    [InlineData("GET /\n\n", 400)]
    [InlineData("GET  HTTP/1.1\nHost: x\n\n", 400)]
    [InlineData("GET / HTTP/2.0\nHost: x\n\n", 505)]
    [InlineData("GET / HTTP/1.1\n\n", 400)]
    [InlineData("GET nowhere HTTP/1.1\nHost: x\n\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: x\nNo colon\n\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: x\nName : 1\n\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: x\n folded: 1\n\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: x\nHost: y\n\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nContent-Length: -1\n\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2\n\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nContent-Length: 1\nTransfer-Encoding: chunked\n\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: gzip\n\n", 501)]
    [InlineData("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nxyz\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n2\nabc\n", 400)]
    [InlineData("POST / HTTP/1.1\nHost: x\nContent-Length: 1\nExpect: miracles\n\n", 417)]
    [InlineData("POST / HTTP/1.1\nHost: x\nContent-Length: 1001\n\n", 413)]
    [InlineData("POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n3E9\n", 413)]
    public async Task A_request_that_cannot_be_read_is_refused_and_the_connection_closed(string request, int status)
    {
        await client.SendAsync(request);
        var answer = await client.ReadToEndAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Null(seen);
    }

    [Fact]
    public async Task A_line_or_head_over_the_limit_is_refused()
    {
        await client.SendAsync($"GET /{new string('a', 300)} HTTP/1.1\nHost: x\n\n");
        Assert.StartsWith("HTTP/1.1 414 ", await client.ReadToEndAsync(), StringComparison.Ordinal);

        using var other = new RawClient(server.Port);
        await other.SendAsync($"GET / HTTP/1.1\nHost: x\nOne: {new string('a', 300)}\nTwo: {new string('a', 300)}\n\n");
        Assert.StartsWith("HTTP/1.1 431 ", await other.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_still_sending_its_too_large_body_can_read_the_refusal()
    {
        await client.SendAsync("POST / HTTP/1.1\nHost: x\nContent-Length: 3000000\n\n");
        await client.SendAsync(new string('a', 3_000_000));

        Assert.StartsWith("HTTP/1.1 413 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_query_and_headers_arrive_as_sent()
    {
        await client.SendAsync("GET /a%2Fb/c%20d?q=x+y%26z&empty=&flag&q=%C3%A4 HTTP/1.1\nhost: here:8\nAccept: a\nACCEPT: b\n\n");
        await client.ReadAsync();

        Assert.Equal("/a%2Fb/c%20d", seen!.Path);
        Assert.Equal("http://here:8", seen.Origin);
        Assert.Equal("a, b", seen.Headers["accept"]);
        Assert.Equal([new("q", "x y&z"), new("empty", ""), new("flag", ""), new("q", "ä")], seen.Query);
        var request = new SandboxRequest("GET", seen.Path, seen.Query, seen.Headers, [], seen.Origin);
        Assert.Equal(["a/b", "c d"], request.Segments);
    }

    [Fact]
    public async Task An_absolute_address_and_bare_line_feeds_are_understood()
    {
        using var raw = new TcpClient();
        await raw.ConnectAsync(IPAddress.Loopback, server.Port, Cancellation);
        await raw.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET http://there:9/p?q=1 HTTP/1.0\n\n"), Cancellation);
        using var reader = new StreamReader(raw.GetStream());
        var answer = await reader.ReadToEndAsync(Cancellation);

        Assert.EndsWith("GET /p?q=1 0:", answer, StringComparison.Ordinal);
        Assert.Equal("http://there:9", seen!.Origin);
    }

    [Fact]
    public async Task A_mistake_of_a_service_answers_500_and_the_connection_goes_on()
    {
        await client.SendAsync("GET /throws HTTP/1.1\nHost: x\n\nGET /after HTTP/1.1\nHost: x\n\n");

        Assert.StartsWith("HTTP/1.1 500 ", (await client.ReadAsync()).Head, StringComparison.Ordinal);
        Assert.Equal("GET /after 0:", (await client.ReadAsync()).Body);
    }

    [Fact]
    public void Only_loopback_is_listened_on()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == server.Port).ToArray();

        Assert.NotEmpty(listeners);
        Assert.All(listeners, end => Assert.Equal(IPAddress.Loopback, end.Address));
    }

    [Fact]
    public async Task Stopping_ends_open_connections_and_the_listener_at_once()
    {
        await client.SendAsync("GET / HTTP/1.1\nHost: x\n\n");
        await client.ReadAsync();
        server.Dispose();

        Assert.Equal(string.Empty, await EndOf(client));
        Assert.Throws<SocketException>(() => { using var _ = new RawClient(server.Port); });
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_slow_body()
    {
        await client.SendAsync("GET /slow HTTP/1.1\nHost: x\n\n");
        await client.ReadAsync(hasBody: false);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        server.Dispose();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"Stopping took {clock.Elapsed}.");
        Assert.True((await EndOf(client)).Length < 100);
    }

    [Fact]
    public void A_taken_port_is_said_so()
    {
        var refused = Assert.Throws<IOException>(() => new HttpServer(server.Port, Echo));

        Assert.Contains(server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_clients_are_served_side_by_side()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            using var one = new RawClient(server.Port);
            await one.SendAsync($"GET /{number} HTTP/1.1\nHost: x\n\n");
            return (await one.ReadAsync()).Body == $"GET /{number} 0:";
        }));

        Assert.DoesNotContain(false, answers);
    }

    /// <summary>What is left to read; a reset is an end too.</summary>
    private static async Task<string> EndOf(RawClient client)
    {
        try
        {
            return await client.ReadToEndAsync();
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private Task<WireAnswer> Echo(ReceivedRequest request, CancellationToken cancellation)
    {
        seen = request;
        var body = Encoding.UTF8.GetBytes($"{request.Method} {request.Target} {request.Body.Length}:{Encoding.UTF8.GetString(request.Body)}");
        return Task.FromResult(request.Path switch
        {
            "/204" => new WireAnswer(new SandboxResponse(204, body)),
            "/throws" => throw new InvalidOperationException("a mistake"),
            "/breaks" => new WireAnswer(new SandboxResponse(200, body).With("X-Echo", "a\r\nInjected: 1")),
            "/slow" => new WireAnswer(new SandboxResponse(200, new byte[10_000]), WireManner.SlowBody),
            _ => new WireAnswer(new SandboxResponse(200, body, "text/plain")),
        });
    }
}
