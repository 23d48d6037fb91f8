using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.Catalog;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>Topics and languages, in the language that the caller reads.</summary>
internal sealed class CatalogEndpoints(TextKingWorld world)
{
    public SandboxResponse Topics(TextKingCall call)
    {
        var language = LanguageOf(call);
        return Localized(
            language,
            Page.Read(call.Request).Of(world.Catalog.Topics, topic => call.Resources.Topic(topic, language), call.Uris.Topics));
    }

    public SandboxResponse Topic(TextKingCall call)
    {
        var language = LanguageOf(call);
        var id = call.Id("topicId");
        return world.Catalog.FindTopic(id) is { } topic
            ? Localized(language, call.Resources.Topic(topic, language))
            : throw TextKingRefusal.NotFound($"There is no topic {id}.");
    }

    public SandboxResponse SourceLanguages(TextKingCall call) =>
        Languages(call, world.Catalog.SourceLanguages, call.Uris.SourceLanguages);

    public SandboxResponse TargetLanguages(TextKingCall call) =>
        Languages(call, world.Catalog.TargetLanguages, call.Uris.TargetLanguages);

    public SandboxResponse Language(TextKingCall call)
    {
        var language = LanguageOf(call);
        var code = call.Name("code");
        return world.Catalog.FindLanguage(code) is { } found
            ? Localized(language, call.Resources.Language(found, language))
            : throw TextKingRefusal.NotFound($"There is no language '{code}'.");
    }

    private static SandboxResponse Localized(string language, System.Text.Json.Nodes.JsonNode body) =>
        SandboxResponse.Json(200, body).With("Content-Language", language);

    private SandboxResponse Languages(TextKingCall call, IReadOnlyList<Language> languages, string uri)
    {
        var language = LanguageOf(call);
        return Localized(language, Page.Read(call.Request).Of(languages, shown => call.Resources.Language(shown, language), uri));
    }

    private string LanguageOf(TextKingCall call) =>
        Negotiation.Language(call.Request.Header("Accept-Language"), world.Assumptions.DefaultLanguage);
}
