using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Wire;

/// <summary>Sends answers in the pieces, the packing and with the end that the settings say.</summary>
internal sealed class ReplyWriter(ContrarySettings settings)
{
    /// <summary>Sends an answer; false when the connection is to end.</summary>
    public async Task<bool> SendAsync(Socket socket, WireRequest request, WireReply reply)
    {
        if (reply.Loss is Loss.Closed)
        {
            return false;
        }

        if (reply.Loss is Loss.Reset)
        {
            socket.LingerState = new LingerOption(true, 0);
            return false;
        }

        var (body, coding) = Pack(request, reply.Body);
        var hasBody = reply.Status != 204;
        var framing = !hasBody ? Framing.Length : settings.Framing;
        var closes = framing == Framing.UntilClose || settings.Connection is ConnectionHabit.CloseAnnounced or ConnectionHabit.CloseSilently;
        var head = Head(reply, hasBody, body.Length, framing, coding, closes && settings.Connection != ConnectionHabit.CloseSilently);
        if (reply.Loss is Loss.Torn)
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(Head(reply, true, body.Length + 100, Framing.Length, coding, false)));
            await socket.SendAsync(body.AsMemory(0, body.Length / 2));
            return false;
        }

        // One segment where nothing else is asked for: a body behind its head costs a delayed acknowledgement.
        if ((framing is Framing.Length or Framing.UntilClose) && settings.Connection != ConnectionHabit.SlowBody)
        {
            await socket.SendAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. hasBody ? body : []]);
            return !closes;
        }

        await socket.SendAsync(Encoding.Latin1.GetBytes(head));
        if (hasBody)
        {
            await SendBodyAsync(socket, body, framing);
        }

        return !closes;
    }

    private static string Head(WireReply reply, bool hasBody, int length, Framing framing, string? coding, bool saysClose)
    {
        var head = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} X\r\n");
        if (hasBody && framing == Framing.Length)
        {
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        }
        else if (hasBody && framing != Framing.UntilClose)
        {
            head.Append("Transfer-Encoding: chunked\r\n");
        }

        if (hasBody && reply.ContentType is not null)
        {
            head.Append("Content-Type: ").Append(reply.ContentType).Append("\r\n");
        }

        if (hasBody && coding is not null)
        {
            head.Append("Content-Encoding: ").Append(coding).Append("\r\n");
        }

        foreach (var (name, value) in reply.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return head.Append(saysClose ? "Connection: close\r\n\r\n" : "\r\n").ToString();
    }

    private async Task SendBodyAsync(Socket socket, byte[] body, Framing framing)
    {
        var size = framing == Framing.OneByteChunks && body.Length < 400 ? 1 : Math.Max(1, body.Length / 3);
        var isChunked = framing is Framing.OneByteChunks or Framing.SeveralChunks;
        var pending = new List<byte>();
        for (var at = 0; at < body.Length; at += size)
        {
            var piece = body.AsSpan(at, Math.Min(size, body.Length - at)).ToArray();
            pending.AddRange(isChunked ? [.. Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), .. piece, .. "\r\n"u8] : piece);
            if (settings.Connection == ConnectionHabit.SlowBody && size > 1)
            {
                await socket.SendAsync(pending.ToArray());
                pending.Clear();
                await Task.Delay(2);
            }
        }

        await socket.SendAsync((byte[])[.. pending, .. isChunked ? "0\r\n\r\n"u8 : []]);
    }

    private (byte[] Body, string? Coding) Pack(WireRequest request, byte[] body)
    {
        var accepted = request.Headers.GetValueOrDefault("Accept-Encoding", string.Empty);
        var coding = settings.Compression switch
        {
            Compression.Gzip => "gzip",
            Compression.Deflate => "deflate",
            Compression.Brotli => "br",
            _ => null,
        };
        if (coding is null || body.Length == 0 || !accepted.Split(',').Any(name => name.Trim().Split(';')[0] == coding))
        {
            return (body, null);
        }

        using var packed = new MemoryStream();
        using (Stream packing = settings.Compression switch
        {
            Compression.Gzip => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            Compression.Deflate => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            packing.Write(body);
        }

        return (packed.ToArray(), coding);
    }
}
