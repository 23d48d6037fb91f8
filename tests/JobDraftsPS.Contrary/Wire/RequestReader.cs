using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Contrary.Wire;

/// <summary>Takes requests off a connection one after another.</summary>
internal sealed class RequestReader(Socket socket)
{
    private readonly byte[] chunk = new byte[16384];
    private readonly List<byte> received = [];

    /// <summary>The next request; null when the client has closed.</summary>
    public async Task<WireRequest?> NextAsync()
    {
        int head;
        while ((head = EndOfHead()) < 0)
        {
            if (!await ReceiveAsync())
            {
                return null;
            }
        }

        var lines = Encoding.ASCII.GetString([.. received.GetRange(0, head)]).Split("\r\n");
        received.RemoveRange(0, head + 4);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        if (headers.ContainsKey("Expect"))
        {
            await socket.SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        var body = headers.TryGetValue("Transfer-Encoding", out var coding) && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase)
            ? await ChunkedAsync()
            : await TakeAsync(headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0);
        if (body is null)
        {
            return null;
        }

        var start = lines[0].Split(' ');
        var target = start[1].Split('?', 2);
        return new WireRequest(
            start[0],
            [.. target[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            Query(target.Length > 1 ? target[1] : string.Empty),
            headers,
            body);
    }

    private static Dictionary<string, string> Query(string text)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            query[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : string.Empty;
        }

        return query;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private int EndOfHead()
    {
        for (var at = 3; at < received.Count; at++)
        {
            if (received[at] == '\n' && received[at - 1] == '\r' && received[at - 2] == '\n' && received[at - 3] == '\r')
            {
                return at - 3;
            }
        }

        return -1;
    }

    private async Task<byte[]?> ChunkedAsync()
    {
        var body = new List<byte>();
        while (true)
        {
            int end;
            while ((end = received.IndexOf((byte)'\n')) < 0)
            {
                if (!await ReceiveAsync())
                {
                    return null;
                }
            }

            var size = int.Parse(Encoding.ASCII.GetString([.. received.GetRange(0, end)]).Trim().Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            received.RemoveRange(0, end + 1);
            if (await TakeAsync(size + 2) is not { } piece)
            {
                return null;
            }

            body.AddRange(piece[..size]);
            if (size == 0)
            {
                return [.. body];
            }
        }
    }

    private async Task<byte[]?> TakeAsync(int count)
    {
        while (received.Count < count)
        {
            if (!await ReceiveAsync())
            {
                return null;
            }
        }

        byte[] taken = [.. received.GetRange(0, count)];
        received.RemoveRange(0, count);
        return taken;
    }

    private async Task<bool> ReceiveAsync()
    {
        var count = await socket.ReceiveAsync(chunk);
        received.AddRange(chunk.AsSpan(0, count).ToArray());
        return count > 0;
    }
}
