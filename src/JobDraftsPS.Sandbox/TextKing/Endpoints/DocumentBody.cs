using JobDraftsPS.Sandbox.TextKing.Catalog;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>A document sent as the raw body of a request: the same rules for an upload and for a price.</summary>
internal static class DocumentBody
{
    /// <summary>Checks the document and counts its words.</summary>
    /// <returns>The content type with its parameters, and the words.</returns>
    /// <exception cref="TextKingRefusal">406: the type is not translated; 400: empty or above the limit.</exception>
    public static (string ContentType, int Words) Read(TextKingCall call, TextKingWorld world)
    {
        var request = call.Request;
        var type = request.Header("Content-Type");
        if (type is null || !DocumentTypes.IsSupported(type))
        {
            throw new TextKingRefusal(
                world.Assumptions.UnsupportedTypeStatus,
                $"Documents of type '{type}' are not supported; docx, doc, xlsx, xls, pptx, idml, rtf, odt, html, txt and xml are.");
        }

        if (request.Content.Length == 0)
        {
            throw TextKingRefusal.BadRequest("The document is empty.");
        }

        var limit = world.UploadLimit();
        if (request.Content.Length > limit)
        {
            throw TextKingRefusal.BadRequest($"The document has {request.Content.Length} bytes; {limit} are allowed.");
        }

        return (type, DocumentTypes.CountWords(type, request.Content, world.Assumptions.WordsOfBinaryDocument));
    }
}
