using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>Reads lines and counted bytes from one connection through one buffer; closing the socket ends a read that waits.</summary>
internal sealed class ConnectionReader(Socket socket)
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>Header text is octets; Latin-1 keeps every one of them.</summary>
    private static Encoding Latin1 { get; } = Encoding.GetEncoding(28591);

    /// <summary>Reads up to the next line feed and gives the line without it and without a carriage return before it.</summary>
    /// <returns>The line, or null when the other side closed before the first byte of it.</returns>
    public async Task<string?> ReadLineAsync(int limit, int statusWhenLonger)
    {
        var line = new MemoryStream();
        while (true)
        {
            var at = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            var upTo = at < 0 ? end : at;
            if (line.Length + upTo - start > limit)
            {
                throw new HttpRefusal(statusWhenLonger, "The request's head is longer than this server reads.");
            }

            line.Write(buffer, start, upTo - start);
            start = upTo;
            if (at >= 0)
            {
                start = at + 1;
                return Latin1.GetString(line.ToArray()).TrimEnd('\r');
            }

            if (!await FillAsync().ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new EndOfStreamException();
            }
        }
    }

    /// <summary>Reads exactly so many bytes to the end of <paramref name="target"/>.</summary>
    public async Task ReadAsync(SandboxBodyWriter target, long count)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync().ConfigureAwait(false))
            {
                throw new EndOfStreamException();
            }

            var take = (int)Math.Min(count, end - start);
            target.Write(buffer, start, take);
            start += take;
            count -= take;
        }
    }

    /// <summary>Reads and forgets all that still comes, so that a refusal is not lost to a connection reset.</summary>
    public async Task DrainAsync()
    {
        do
        {
            start = end;
        }
        while (await FillAsync().ConfigureAwait(false));
    }

    private async Task<bool> FillAsync()
    {
        start = 0;
        end = 0;
        end = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), SocketFlags.None).ConfigureAwait(false);
        return end > 0;
    }
}
