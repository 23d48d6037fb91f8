using System.Globalization;
using System.Text;

namespace JobDraftsPS.Tests.Shared;

/// <summary>One request as its bytes said it, with nothing made equal or put in order.</summary>
/// <param name="Connection">Which connection it came on, from 1.</param>
/// <param name="Line">The request line.</param>
/// <param name="Headers">The headers in their order, doubled ones twice.</param>
/// <param name="Body">The body as text; empty for none.</param>
internal sealed record WireRequest(int Connection, string Line, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public string Method => Line.Split(' ')[0];

    public string Target => Line.Split(' ')[1];

    /// <summary>The only value of a header; null when it was not sent.</summary>
    public string? Header(string name) =>
        Headers.SingleOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Takes a whole request off the front of what was received; null when there is none yet.</summary>
    public static WireRequest? TryTake(List<byte> received, int connection)
    {
        var bytes = received.ToArray();
        var end = bytes.AsSpan().IndexOf(EndOfHead);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1].Trim())).ToArray();
        var length = headers.SingleOrDefault(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : 0;
        var start = end + EndOfHead.Length;
        if (bytes.Length < start + length)
        {
            return null;
        }

        received.RemoveRange(0, start + length);
        return new WireRequest(connection, lines[0], headers, Encoding.UTF8.GetString(bytes, start, length));
    }
}
