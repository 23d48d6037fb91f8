using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Tests.Wire;

/// <summary>Sends the very bytes that it is given and reads one answer.</summary>
internal static class RawHttp
{
    /// <param name="address">Host and port.</param>
    /// <param name="lines">The request line and the headers but Host.</param>
    /// <param name="body">The body; null for none.</param>
    /// <returns>The status, and everything from the status line on.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(Uri address, IEnumerable<string> lines, string? body = null)
    {
        var head = new List<string>(lines);
        head.Insert(1, "Host: " + address.Authority);
        if (body is not null)
        {
            head.Add("Content-Length: " + Encoding.UTF8.GetByteCount(body));
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", head) + "\r\n\r\n" + body), cancellation);

        // The client is done, as curl would be with the connection; the server answers and closes.
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(cancellation);
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer);
    }
}
