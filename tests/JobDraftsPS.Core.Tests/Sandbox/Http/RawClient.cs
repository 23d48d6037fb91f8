using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Core.Tests.Sandbox.Http;

/// <summary>Writes bytes to a server and reads what comes back, so that a test sees the wire itself.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient client = new();
    private readonly List<byte> read = [];

    public RawClient(int port) => client.Connect(IPAddress.Loopback, port);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends text; line feeds go out as CR LF.</summary>
    public async Task SendAsync(string text) =>
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")), Cancellation);

    /// <summary>Reads one answer's head, and its body by the length that the head gives.</summary>
    public async Task<(string Head, string Body)> ReadAsync(bool hasBody = true)
    {
        int end;
        while ((end = Text().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            await FillAsync();
        }

        var head = Text()[..end];
        var length = hasBody ? Length(head) : 0;
        while (read.Count < end + 4 + length)
        {
            await FillAsync();
        }

        var body = Text().Substring(end + 4, length);
        read.RemoveRange(0, end + 4 + length);
        return (head, body);
    }

    /// <summary>Reads until the server closes, and gives all of it.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var buffer = new byte[4096];
        int count;
        while ((count = await client.GetStream().ReadAsync(buffer, Cancellation)) > 0)
        {
            read.AddRange(buffer.AsSpan(0, count));
        }

        return Text();
    }

    public void Dispose() => client.Dispose();

    private static int Length(string head)
    {
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Text() => Encoding.Latin1.GetString([.. read]);

    private async Task FillAsync()
    {
        var buffer = new byte[4096];
        var count = await client.GetStream().ReadAsync(buffer, Cancellation);
        Assert.True(count > 0, "The server closed before the answer was whole: " + Text());
        read.AddRange(buffer.AsSpan(0, count));
    }
}
