using System.Globalization;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>Prices for a word count or for a document; nothing is kept.</summary>
internal sealed class PriceEndpoints(TextKingWorld world)
{
    public SandboxResponse ForWords(TextKingCall call)
    {
        var text = Required(call, "words");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words >= 1
            ? PriceInfo(call, words)
            : throw TextKingRefusal.BadRequest($"'words' is '{text}'; a whole number from 1 on is allowed.");
    }

    public SandboxResponse ForDocument(TextKingCall call) => PriceInfo(call, DocumentBody.Read(call, world).Words);

    private static string Required(TextKingCall call, string name) =>
        call.Request.QueryValue(name) is { Length: > 0 } value
            ? value
            : throw TextKingRefusal.BadRequest($"The query needs '{name}'.");

    private SandboxResponse PriceInfo(TextKingCall call, int words)
    {
        var source = Required(call, "source_language");
        var target = Required(call, "target_language");
        world.Catalog.CheckLanguages(source, target);
        var topic = call.Request.QueryValue("topic") is { } text ? world.Catalog.CheckTopic(text) : (Guid?)null;
        return SandboxResponse.Json(200, call.Resources.PriceInfo(source, target, topic, words));
    }
}
