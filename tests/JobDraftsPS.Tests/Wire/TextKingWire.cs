using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Tests.Wire;

/// <summary>TEXTKING's good answers, as its pages show them, to whatever is asked.</summary>
internal static class TextKingWire
{
    public const string Project = WireCapture.Project;
    public const string Job = WireCapture.Job;
    public const string Callback = "dddddddd-0000-4000-8000-000000000001";
    public const string Address = "77777777-1111-4222-8333-444444444444";

    private const string JobBody = $$"""
        {"id":"{{Job}}","name":"Leaflet","source_language":"en","target_language":"fr","quality":"translation","state":"new","words":80,"net_price":9.6,"currency":"EUR","is_active":true,"links":[]}
        """;

    private const string CallbackBody = $$"""{"id":"{{Callback}}","url":"https://hooks.example.org/","trigger_state":"completed","extra_data":null,"links":[]}""";
    private const string AddressBody = $$"""{"id":"{{Address}}","city":"Dresden","is_default":true,"links":[]}""";
    private const string TopicBody = $$"""{"id":"{{WireCapture.Topic}}","name":"General","localization_language":"en","links":[]}""";
    private const string LanguageBody = """{"code":"fr","name":"French","localization_language":"en","links":[]}""";

    public static WireReply? Answer(WireRequest request)
    {
        var path = request.Target.Split('?')[0];
        if (!path.StartsWith("/v1/", StringComparison.Ordinal))
        {
            return null;
        }

        var (isList, body) = path["/v1".Length..].Split('/')[1..] switch
        {
            ["projects"] => (true, ProjectBody(request.Body)),
            ["project", _] => (false, ProjectBody(request.Body)),
            ["project", _, "jobs"] => (true, JobBody),
            ["project", _, "job", _] => (false, JobBody),
            ["project", _, "job", _, "callbacks"] => (true, CallbackBody),
            ["project", _, "job", _, "callback", _] => (false, CallbackBody),
            ["project", _, "line-items"] => (true, """{"id":"d0d0d0d0-0000-4000-8000-000000000001","description":"Rush delivery","currency":"EUR","value":30.5,"links":[]}"""),
            ["project", _, "coupon"] => (false, """{"name":"WELCOME","unit":"percent","total_value":10,"redeemed_value":10,"remainder_coupon":null}"""),
            ["topics"] => (true, TopicBody),
            ["topic", _] => (false, TopicBody),
            ["languages", _] => (true, LanguageBody),
            ["language", _] => (false, LanguageBody),
            ["price-info"] => (false, """{"source_language":"de","target_language":"en","topic":null,"words":10,"prices":[{"quality":"translation","price_per_word":0.12,"total_price":1.2,"currency":"EUR"}]}"""),
            ["account", "addresses"] => (true, AddressBody),
            ["account", "address", _] => (false, AddressBody),
            _ => (false, string.Empty),
        };
        return (request.Method, isList) switch
        {
            _ when body.Length == 0 => WireReply.Of(404, "{}"),
            ("DELETE", _) => WireReply.Of(204, string.Empty, string.Empty),
            ("GET", true) => WireReply.Of(200, $$"""{"page":1,"per_page":100,"total":1,"items":[{{body}}],"links":[]}"""),
            ("POST", _) => WireReply.Of(201, body),
            _ => WireReply.Of(200, body),
        };
    }

    private static string ProjectBody(string sent)
    {
        var state = new[] { "running", "canceled" }.FirstOrDefault(word => sent.Contains($"\"{word}\"", StringComparison.Ordinal)) ?? "prepared";
        return $$"""{"id":"{{Project}}","name":"Spring","state":"{{state}}","currency":"EUR","net_price":9.6,"links":[]}""";
    }
}
