using System.Globalization;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>Reads HTTP/1.0 and HTTP/1.1 requests off a connection, one after another (RFC 9112).</summary>
internal sealed class RequestReader(ConnectionReader reader, HttpLimits limits, Func<Task> sendContinue)
{
    private const string TokenSigns = "!#$%&'*+-.^_`|~";

    /// <summary>Reads the next request.</summary>
    /// <returns>The request, or null when the client closed between two requests.</returns>
    /// <exception cref="HttpRefusal">The request is malformed or too large.</exception>
    public async Task<ReceivedRequest?> ReadAsync()
    {
        var line = await reader.ReadLineAsync(limits.RequestLine, 414).ConfigureAwait(false);
        if (line is { Length: 0 })
        {
            // Some clients end a body with one line feed too many; the standard asks to pass over it.
            line = await reader.ReadLineAsync(limits.RequestLine, 414).ConfigureAwait(false);
        }

        if (line is null)
        {
            return null;
        }

        var parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]))
        {
            throw new HttpRefusal(400, "The request line is not 'METHOD target HTTP/1.1'.");
        }

        var modern = parts[2] switch
        {
            "HTTP/1.1" => true,
            "HTTP/1.0" => false,
            _ => throw new HttpRefusal(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."),
        };
        var headers = await ReadHeadersAsync().ConfigureAwait(false);
        if (modern && !headers.ContainsKey("Host"))
        {
            throw new HttpRefusal(400, "The Host header is missing.");
        }

        var (target, host) = ReadTarget(parts[1], headers);
        var body = await ReadBodyAsync(headers, modern).ConfigureAwait(false);
        var connection = headers.TryGetValue("Connection", out var words) ? words.ToLowerInvariant() : string.Empty;
        var keepAlive = modern ? !ListHas(connection, "close") : ListHas(connection, "keep-alive");
        return new ReceivedRequest(parts[0], target, headers, body, "http://" + host, keepAlive);
    }

    private static (string Target, string Host) ReadTarget(string target, Dictionary<string, string> headers)
    {
        if (target.Length == 0 || target.Any(c => c is <= ' ' or >= '\u007f'))
        {
            throw new HttpRefusal(400, "The request target holds signs that have to be percent-encoded.");
        }

        var host = headers.TryGetValue("Host", out var named) ? named : "127.0.0.1";
        if (target == "*" || target[0] == '/')
        {
            return (target, host);
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var absolute) && absolute.Scheme == Uri.UriSchemeHttp
            ? (absolute.PathAndQuery, absolute.Authority)
            : throw new HttpRefusal(400, "The request target is neither a path nor an http address.");
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var left = limits.Headers;
        while (true)
        {
            var line = await reader.ReadLineAsync(left, 431).ConfigureAwait(false)
                ?? throw new EndOfStreamException();
            if (line.Length == 0)
            {
                return headers;
            }

            left -= line.Length;
            var colon = line.IndexOf(':');
            if (colon < 1 || !IsToken(line.Substring(0, colon)))
            {
                throw new HttpRefusal(400, "A header line is not 'Name: value'.");
            }

            var name = line.Substring(0, colon);
            var value = line.Substring(colon + 1).Trim(' ', '\t');
            if (value.Any(c => c < ' ' && c != '\t'))
            {
                throw new HttpRefusal(400, $"The header {name} holds a control sign.");
            }

            headers[name] = headers.TryGetValue(name, out var before) ? Join(name, before, value) : value;
        }
    }

    private static string Join(string name, string before, string value)
    {
        var single = name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Host", StringComparison.OrdinalIgnoreCase);
        if (!single)
        {
            return before + ", " + value;
        }

        return before == value ? value : throw new HttpRefusal(400, $"The header {name} came twice with two values.");
    }

    /// <summary>A request with neither Content-Length nor chunks has no body, whatever its method: nothing is waited for.</summary>
    private async Task<SandboxBody> ReadBodyAsync(Dictionary<string, string> headers, bool modern)
    {
        var chunked = headers.TryGetValue("Transfer-Encoding", out var coding);
        var counted = headers.TryGetValue("Content-Length", out var lengthText);
        if (!chunked && !counted)
        {
            return SandboxBody.Empty;
        }

        if (chunked && (counted || !modern))
        {
            throw new HttpRefusal(400, "A body has either a Content-Length or chunks (HTTP/1.1), not both.");
        }

        if (chunked && !string.Equals(coding, "chunked", StringComparison.OrdinalIgnoreCase))
        {
            throw new HttpRefusal(501, "The only transfer coding understood is chunked.");
        }

        long length = 0;
        if (counted && !long.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out length))
        {
            throw new HttpRefusal(400, "Content-Length is not a whole number.");
        }

        CheckBody(length);
        if (modern && headers.TryGetValue("Expect", out var expect))
        {
            if (!expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            {
                throw new HttpRefusal(417, "The only expectation understood is 100-continue.");
            }

            await sendContinue().ConfigureAwait(false);
        }

        using var body = new SandboxBodyWriter();
        if (chunked)
        {
            await ReadChunksAsync(body).ConfigureAwait(false);
        }
        else
        {
            await reader.ReadAsync(body, length).ConfigureAwait(false);
        }

        return body.ToBody();
    }

    private async Task ReadChunksAsync(SandboxBodyWriter body)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync(1024, 400).ConfigureAwait(false)
                ?? throw new EndOfStreamException();
            var size = line.Split(';')[0].Trim();
            if (size.Length == 0
                || !long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count)
                || count < 0)
            {
                throw new HttpRefusal(400, "A chunk's size is not a hexadecimal number.");
            }

            if (count == 0)
            {
                // Trailers may follow; they say nothing to us, yet have to be read up to the empty line.
                await ReadHeadersAsync().ConfigureAwait(false);
                return;
            }

            CheckBody(count);
            CheckBody(body.Length + count);
            await reader.ReadAsync(body, count).ConfigureAwait(false);
            if (await reader.ReadLineAsync(2, 400).ConfigureAwait(false) is not { Length: 0 })
            {
                throw new HttpRefusal(400, "A chunk is longer than its size says.");
            }
        }
    }

    private void CheckBody(long length)
    {
        var most = Math.Max(limits.Body, limits.LargestUpload());
        if (length > most)
        {
            throw new HttpRefusal(413, $"The body is larger than {most} bytes.");
        }
    }

    private static bool ListHas(string list, string word) => list.Split(',').Any(item => item.Trim() == word);

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || TokenSigns.Contains(c));
}
