using System.Text;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>The document formats that are taken, told by their content types, and how their words are counted.</summary>
internal static class DocumentTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        "text/plain", "text/html", "application/xml", "text/xml", "application/rtf", "text/rtf",
    };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/msword",
        "application/vnd.ms-excel",
        OpenXml + "wordprocessingml.document",
        OpenXml + "spreadsheetml.sheet",
        OpenXml + "presentationml.presentation",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.adobe.indesign-idml-package",
    };

    /// <summary>Whether documents of the type, which may have parameters, are translated.</summary>
    public static bool IsSupported(string? contentType) =>
        contentType is not null && (Text.Contains(Bare(contentType)) || Binary.Contains(Bare(contentType)));

    /// <summary>Whether the type is plain text.</summary>
    public static bool IsPlainText(string contentType) => Bare(contentType).Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs of non-blank characters in a text format; a fixed number for a binary one.</summary>
    public static int CountWords(string contentType, SandboxBody content, int wordsOfBinary)
    {
        if (!Text.Contains(Bare(contentType)))
        {
            return wordsOfBinary;
        }

        using var reader = new StreamReader(content.OpenRead(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[8192];
        var words = 0;
        var insideWord = false;
        for (var read = reader.Read(buffer, 0, buffer.Length); read > 0; read = reader.Read(buffer, 0, buffer.Length))
        {
            for (var i = 0; i < read; i++)
            {
                var blank = char.IsWhiteSpace(buffer[i]);
                words += !blank && !insideWord ? 1 : 0;
                insideWord = !blank;
            }
        }

        return words;
    }

    private static string Bare(string contentType) => contentType.Split([';'])[0].Trim();
}
