using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobDraftsPS.Core.Json;

/// <summary>How JSON text is read and written: one place, made once.</summary>
internal static class JsonText
{
    /// <summary>Bounds what a hostile or broken answer can cost.</summary>
    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = 64 };

    /// <summary>Letters beyond ASCII stay readable; the text is a request body, never part of a page.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON value in the bytes, or null when they hold none.</summary>
    public static JsonElement? TryParse(byte[]? bytes)
    {
        if (bytes is null || bytes.Length == 0)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, ReaderOptions);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
