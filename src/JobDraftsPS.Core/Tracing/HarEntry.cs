using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Tracing;

/// <summary>Writes one exchange as an entry of HAR 1.2. A body longer than <see cref="MaxBodyLength"/> is cut and says so.</summary>
internal sealed class HarEntry
{
    /// <summary>Characters of a body that are kept.</summary>
    public const int MaxBodyLength = 64 * 1024;

    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly Exchange exchange;
    private readonly Utf8JsonWriter writer;
    private readonly string? sent;
    private readonly string? received;
    private readonly Func<string, string> clean;

    private HarEntry(Exchange exchange, TraceSecrets secrets, Utf8JsonWriter writer)
    {
        this.exchange = exchange;
        this.writer = writer;
        sent = TextOf(exchange.Sent);
        received = TextOf(exchange.Received);
        clean = secrets.Cleaner(new[] { sent, received }.OfType<string>(), TypeOf(exchange.Request.Content).StartsWith(Form, StringComparison.OrdinalIgnoreCase) ? sent : null);
    }

    /// <summary>The entry as JSON.</summary>
    public static byte[] Write(Exchange exchange, TraceSecrets secrets)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            new HarEntry(exchange, secrets, writer).Write();
        }

        return buffer.ToArray();
    }

    private void Write()
    {
        var milliseconds = Math.Round(exchange.Duration.TotalMilliseconds, 3);
        writer.WriteStartObject();
        writer.WriteString("startedDateTime", exchange.Started.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        writer.WriteNumber("time", milliseconds);
        WriteRequest();
        WriteResponse();
        writer.WriteStartObject("cache");
        writer.WriteEndObject();
        writer.WriteStartObject("timings");
        writer.WriteNumber("send", 0);
        writer.WriteNumber("wait", milliseconds);
        writer.WriteNumber("receive", 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteRequest()
    {
        var request = exchange.Request;
        var address = clean(request.RequestUri!.AbsoluteUri);
        writer.WriteStartObject("request");
        writer.WriteString("method", request.Method.Method);
        writer.WriteString("url", address);
        writer.WriteString("httpVersion", Version(exchange.Response?.RequestMessage?.Version ?? request.Version));
        WriteNothing("cookies");
        WriteHeaders(request.Headers, request.Content?.Headers);
        WriteQuery(address);
        if (exchange.Sent is null && request.Content is not null)
        {
            writer.WriteStartObject("postData");
            writer.WriteString("mimeType", TypeOf(request.Content));
            writer.WriteString("text", string.Empty);
            writer.WriteString("comment", "The body is a file, which is not kept here.");
            writer.WriteEndObject();
        }
        else if (exchange.Sent is { Length: > 0 } bytes)
        {
            writer.WriteStartObject("postData");
            writer.WriteString("mimeType", TypeOf(request.Content));
            if (sent is null)
            {
                writer.WriteString("text", string.Empty);
                writer.WriteString("comment", $"The body is {Count(bytes.Length)} that are no text.");
            }
            else
            {
                WriteText(sent);
            }

            writer.WriteEndObject();
        }

        writer.WriteNumber("headersSize", -1);
        writer.WriteNumber("bodySize", exchange.Sent?.LongLength ?? request.Content?.Headers.ContentLength ?? 0);
        writer.WriteEndObject();
    }

    private void WriteResponse()
    {
        var response = exchange.Response;
        writer.WriteStartObject("response");
        writer.WriteNumber("status", response is null ? 0 : (int)response.StatusCode);
        writer.WriteString("statusText", clean(response?.ReasonPhrase ?? string.Empty));
        writer.WriteString("httpVersion", response is null ? string.Empty : Version(response.Version));
        WriteNothing("cookies");
        WriteHeaders(response?.Headers, (response?.Content as Http.ReadBody)?.Received);
        WriteContent(response);
        writer.WriteString("redirectURL", clean(response?.Headers.Location?.OriginalString ?? string.Empty));
        writer.WriteNumber("headersSize", -1);
        writer.WriteNumber("bodySize", -1);
        if (exchange.Failure is { } failure)
        {
            // As the network panels of browsers write and show it.
            writer.WriteString("_error", clean(OneLine.Of(failure)));
            writer.WriteString("comment", "There was no answer.");
        }

        writer.WriteEndObject();
    }

    private void WriteContent(HttpResponseMessage? response)
    {
        var type = (response?.Content as Http.ReadBody)?.Received.ContentType?.ToString() ?? string.Empty;
        var bytes = exchange.Received ?? [];
        writer.WriteStartObject("content");
        writer.WriteNumber("size", exchange.IsKeptElsewhere ? (response!.Content as Http.ReadBody)?.Received.ContentLength ?? 0 : bytes.LongLength);
        writer.WriteString("mimeType", clean(type));
        if (exchange.IsKeptElsewhere)
        {
            writer.WriteString("comment", "The body went into a file of its own.");
        }
        else if (received is null)
        {
            // Cleaned as text, byte for byte, before it is packed: what is packed hides its secrets from every search.
            var packed = Encoding.GetEncoding(28591).GetBytes(clean(Encoding.GetEncoding(28591).GetString(bytes)));
            writer.WriteBase64String("text", packed.AsSpan(0, Math.Min(packed.Length, MaxBodyLength)));
            writer.WriteString("encoding", "base64");
            WriteCut(packed.Length, "bytes");
        }
        else
        {
            WriteText(received);
        }

        writer.WriteEndObject();
    }

    private void WriteText(string text)
    {
        // Cleaned before it is cut: half a secret is one too.
        var whole = clean(text);
        var end = Math.Min(whole.Length, MaxBodyLength);
        writer.WriteString("text", whole.AsSpan(0, end > 0 && end < whole.Length && char.IsHighSurrogate(whole[end - 1]) ? end - 1 : end));
        WriteCut(whole.Length, "characters");
    }

    private void WriteCut(int length, string unit)
    {
        if (length > MaxBodyLength)
        {
            writer.WriteString("comment", string.Format(CultureInfo.InvariantCulture, "The first {0} of {1} {2}.", MaxBodyLength, length, unit));
        }
    }

    private void WriteQuery(string address)
    {
        writer.WriteStartArray("queryString");
        var query = address.IndexOf('?') is var at and >= 0 ? address.Substring(at + 1) : string.Empty;
        foreach (var pair in query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(['='], 2);
            WritePair(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : string.Empty));
        }

        writer.WriteEndArray();
    }

    private void WriteHeaders(params HttpHeaders?[] all)
    {
        writer.WriteStartArray("headers");
        foreach (var header in all.OfType<HttpHeaders>().SelectMany(headers => headers))
        {
            foreach (var value in header.Value)
            {
                WritePair(header.Key, clean(TraceSecrets.OfHeader(header.Key, value)));
            }
        }

        writer.WriteEndArray();
    }

    private void WritePair(string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name", clean(name));
        writer.WriteString("value", clean(value));
        writer.WriteEndObject();
    }

    private void WriteNothing(string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    private static string TypeOf(HttpContent? content) => content?.Headers.ContentType?.ToString() ?? string.Empty;

    private static string Version(Version version) => "HTTP/" + version.ToString(2);

    private static string Count(int bytes) => bytes.ToString(CultureInfo.InvariantCulture) + " bytes";

    /// <summary>A body as text; null where it is none.</summary>
    private static string? TextOf(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : Strict.GetString(bytes) is var text && text.IndexOf('\0') < 0 ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
