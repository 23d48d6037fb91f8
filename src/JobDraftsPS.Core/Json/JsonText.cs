using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobDraftsPS.Core.Json;

/// <summary>How JSON text is read and written: one place, made once.</summary>
internal static class JsonText
{
    /// <summary>Bounds what a hostile or broken answer can cost.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly byte[] EscapeStart = [(byte)'\\', (byte)'u'];

    /// <summary>Letters beyond ASCII stay readable; the text is a request body, never part of a page.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON value in the bytes, or null when they hold none. Half a character, escaped, is read as the replacement character: it must not take the rest along.</summary>
    public static JsonElement? TryParse(byte[]? bytes)
    {
        if (bytes is null || bytes.Length == 0)
        {
            return null;
        }

        return TryParseStrictly(bytes, MaxDepth) ?? (HasSurrogateEscape(bytes) ? TryParseStrictly(HalfCharacters.Replaced(bytes), MaxDepth) : null);
    }

    /// <summary>Whether every text in bytes that were parsed as JSON can be read.</summary>
    public static bool IsReadable(byte[] bytes, int depth)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return !HasSurrogateEscape(bytes) || TryParseStrictly(bytes, depth) is not null;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Some servers put a byte order mark in front, which is no JSON.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.Length >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? bytes.AsMemory(3) : bytes;

    private static JsonElement? TryParseStrictly(byte[] bytes, int depth)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutMark(bytes).Span, new JsonReaderOptions { MaxDepth = depth });
            var root = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                return null;
            }

            RequireReadable(bytes, root);
            return root;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The parser lets pass what cannot become a text; reading it later would fail in the middle of a record.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">A text holds half a character.</exception>
    private static void RequireReadable(byte[] bytes, JsonElement root)
    {
        StrictUtf8.GetCharCount(bytes);
        if (HasSurrogateEscape(bytes))
        {
            ReadTexts(root);
        }
    }

    private static bool HasSurrogateEscape(byte[] bytes)
    {
        for (var rest = bytes.AsSpan(); rest.IndexOf(EscapeStart) is var found and >= 0; rest = rest.Slice(found + 2))
        {
            if (found + 2 < rest.Length && rest[found + 2] is (byte)'d' or (byte)'D')
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
        }
    }
}
