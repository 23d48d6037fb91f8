using System.Text;

namespace JobDraftsPS.Tests.Shared;

/// <summary>What a wire server sends back, byte for byte, and what it does to the connection afterwards.</summary>
internal sealed record WireReply(byte[] Bytes, WireEnd End)
{
    /// <summary>Nothing is ever answered; the connection stays open.</summary>
    public static WireReply Silence { get; } = new([], WireEnd.KeepOpen);

    /// <summary>The connection ends in good order before the first byte of an answer.</summary>
    public static WireReply CloseUnanswered { get; } = new([], WireEnd.Close);

    /// <summary>The connection is reset before the first byte of an answer.</summary>
    public static WireReply Reset { get; } = new([], WireEnd.Reset);

    /// <summary>A whole answer on a connection that stays open.</summary>
    public static WireReply Of(int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    public static WireReply Of(int status, byte[] body, string contentType, params (string Name, string Value)[] headers) =>
        new([.. Head(status, contentType, body.Length, headers), .. body], WireEnd.KeepOpen);

    /// <summary>An answer that promises more than it sends before the connection ends.</summary>
    public static WireReply Truncated(int status, string body, int missing) =>
        new([.. Head(status, "application/json", Encoding.UTF8.GetByteCount(body) + missing, []), .. Encoding.UTF8.GetBytes(body)], WireEnd.Close);

    /// <summary>An answer that promises more than it sends, on a connection that stays open.</summary>
    public static WireReply Unfinished(int status, string body, int missing) => Truncated(status, body, missing) with { End = WireEnd.KeepOpen };

    private static byte[] Head(int status, string contentType, int length, (string Name, string Value)[] headers)
    {
        var text = new StringBuilder($"HTTP/1.1 {status} X\r\nContent-Length: {length}\r\n");
        if (contentType.Length > 0)
        {
            text.Append("Content-Type: ").Append(contentType).Append("\r\n");
        }

        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("\r\n").ToString());
    }
}
