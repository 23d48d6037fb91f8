using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>Writes answers: status line, headers, body.</summary>
internal sealed class ResponseWriter(Socket socket)
{
    private static readonly byte[] InterimContinue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private const int ChunkBytes = 64 * 1024;

    /// <summary>Names of files go out as they came in; a client has to make out that the bytes are UTF-8.</summary>
    private static readonly UTF8Encoding HeaderText = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The pause before each byte of a body that is sent slowly.</summary>
    private static readonly TimeSpan SlowPause = TimeSpan.FromMilliseconds(50);

    public Task ContinueAsync() => SendAsync(InterimContinue, 0, InterimContinue.Length);

    /// <summary>Writes one answer. A HEAD answer has the head alone; 204 and 304 have no body and no length.</summary>
    public async Task WriteAsync(WireAnswer answer, bool headOnly, bool keepAlive, CancellationToken cancellation)
    {
        var response = answer.Response;
        var bodiless = response.Status is 204 or 304;
        var body = bodiless || headOnly ? SandboxBody.Empty : response.Content;
        var head = HeaderText.GetBytes(Head(response, bodiless, keepAlive));
        switch (answer.Manner)
        {
            case WireManner.HalfBody:
                await SendAsync(head, body, body.Length / 2).ConfigureAwait(false);
                break;
            case WireManner.SlowBody:
                await SendAsync(head, body, 0).ConfigureAwait(false);
                await TrickleAsync(body.ToArray(), cancellation).ConfigureAwait(false);
                break;
            default:
                await SendAsync(head, body, body.Length).ConfigureAwait(false);
                break;
        }
    }

    private static string Head(SandboxResponse response, bool bodiless, bool keepAlive)
    {
        var head = new StringBuilder(256);
        head.Append("HTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(StatusReason.Of(response.Status)).Append("\r\n");
        if (!response.Headers.ContainsKey("Date"))
        {
            head.Append("Date: ").Append(DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture)).Append("\r\n");
        }

        head.Append("Connection: ").Append(keepAlive ? "keep-alive" : "close").Append("\r\n");
        if (!bodiless)
        {
            head.Append("Content-Length: ").Append(response.Content.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        foreach (var header in response.Headers)
        {
            // A line break inside a value would let a request's text write headers of its own.
            head.Append(header.Key).Append(": ").Append(header.Value.Replace('\r', ' ').Replace('\n', ' ')).Append("\r\n");
        }

        return head.Append("\r\n").ToString();
    }

    /// <summary>Head and the beginning of the body leave in one write, so that a small answer is one packet.</summary>
    private async Task SendAsync(byte[] head, SandboxBody body, long bodyLength)
    {
        var bytes = new byte[head.Length + (int)Math.Min(bodyLength, ChunkBytes)];
        Buffer.BlockCopy(head, 0, bytes, 0, head.Length);
        var filled = head.Length;
        for (long at = 0; at < bodyLength || filled > 0; filled = 0)
        {
            while (filled < bytes.Length && at < bodyLength)
            {
                var read = body.Read(at, bytes, filled, (int)Math.Min(bytes.Length - filled, bodyLength - at));
                filled += read;
                at += read;
            }

            await SendAsync(bytes, 0, filled).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(byte[] bytes, int from, int count)
    {
        while (count > 0)
        {
            var sent = await socket.SendAsync(new ArraySegment<byte>(bytes, from, count), SocketFlags.None).ConfigureAwait(false);
            from += sent;
            count -= sent;
        }
    }

    private async Task TrickleAsync(byte[] body, CancellationToken cancellation)
    {
        for (var i = 0; i < body.Length; i++)
        {
            await Task.Delay(SlowPause, cancellation).ConfigureAwait(false);
            await SendAsync(body, i, 1).ConfigureAwait(false);
        }
    }
}
