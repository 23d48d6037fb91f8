namespace JobDraftsPS.Core.TextKing;

/// <summary>The formats that TEXTKING translates, and the media type that each is sent with.</summary>
internal static class DocumentTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The documented formats in the documentation's order.</summary>
    private static readonly (string Extension, string ContentType)[] Documented =
    [
        (".docx", OpenXml + "wordprocessingml.document"),
        (".doc", "application/msword"),
        (".xlsx", OpenXml + "spreadsheetml.sheet"),
        (".xls", "application/vnd.ms-excel"),
        (".pptx", OpenXml + "presentationml.presentation"),
        (".idml", "application/vnd.adobe.indesign-idml-package"),
        (".rtf", "application/rtf"),
        (".odt", "application/vnd.oasis.opendocument.text"),
        (".html", "text/html"),
        (".txt", "text/plain"),
        (".xml", "application/xml"),
    ];

    /// <summary>Other endings of the same formats.</summary>
    private static readonly Dictionary<string, string> SameAs = new(StringComparer.OrdinalIgnoreCase)
    {
        [".htm"] = ".html",
        [".text"] = ".txt",
    };

    /// <summary>The formats as a sentence lists them.</summary>
    public static string Listed { get; } = string.Join(", ", Documented.Select(type => type.Extension.Substring(1)));

    /// <summary>The media type for a file's name; null when no such file is translated.</summary>
    public static string? ContentTypeOf(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        extension = SameAs.TryGetValue(extension, out var usual) ? usual : extension;
        return Documented.FirstOrDefault(type => string.Equals(type.Extension, extension, StringComparison.OrdinalIgnoreCase)).ContentType;
    }

    /// <summary>The usual ending for a media type, which may have parameters; null for one that is not known.</summary>
    public static string? ExtensionOf(string? contentType)
    {
        var bare = contentType?.Split(';')[0].Trim();
        return bare?.ToLowerInvariant() switch
        {
            "text/xml" => ".xml",
            "text/rtf" => ".rtf",
            _ => Documented.FirstOrDefault(type => string.Equals(type.ContentType, bare, StringComparison.OrdinalIgnoreCase)).Extension,
        };
    }
}
