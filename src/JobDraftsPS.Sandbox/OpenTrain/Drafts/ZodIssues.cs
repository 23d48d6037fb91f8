using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>Collects what is wrong with a body, in the form of the schema library that the service names.</summary>
internal sealed class ZodIssues
{
    /// <summary>Where the issues stand in an error's details, before the envelope is written.</summary>
    public const string Member = "issues";

    private readonly JsonArray issues = [];

    public int Count => issues.Count;

    public void WrongType(string? key, string expected, JsonElement value) => Add(
        "invalid_type",
        key,
        $"Expected {expected}, received {TypeOf(value)}",
        new JsonObject { ["expected"] = expected, ["received"] = TypeOf(value) });

    public void NotOneOf(string key, IReadOnlyList<string> options, string received) => Add(
        "invalid_enum_value",
        key,
        $"'{received}' is not one of {string.Join(", ", options)}",
        new JsonObject { ["received"] = received, ["options"] = new JsonArray([.. options.Select(option => JsonValue.Create(option))]) });

    public void TooSmall(string key, decimal minimum) => Add(
        "too_small",
        key,
        $"Has to be {minimum} or more",
        new JsonObject { ["minimum"] = minimum, ["inclusive"] = true, ["type"] = "number" });

    public void TooLong(string key, int maximum) => Add(
        "too_big",
        key,
        $"Holds more than {maximum} characters",
        new JsonObject { ["maximum"] = maximum, ["inclusive"] = true, ["type"] = "string" });

    public void Unrecognized(IReadOnlyCollection<string> keys) => Add(
        "unrecognized_keys",
        null,
        "Unknown keys: " + string.Join(", ", keys),
        new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]) });

    public void Custom(string? key, string message) => Add("custom", key, message, []);

    /// <exception cref="OpenTrainRefusal">400, when anything was added.</exception>
    public void ThrowIfAny()
    {
        if (issues.Count > 0)
        {
            throw OpenTrainRefusal.BadRequest("The body does not fit the schema.", new JsonObject { [Member] = issues });
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.Null => "null",
        _ => "undefined",
    };

    private void Add(string code, string? key, string message, JsonObject issue)
    {
        issue["code"] = code;
        issue["path"] = key is null ? [] : new JsonArray(key);
        issue["message"] = message;
        issues.Add((JsonNode)issue);
    }
}
