using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Description;

/// <summary>Builds JSON schemas; each call makes a new one, because a node has one place only.</summary>
internal static class Schema
{
    public static JsonObject Text() => Of("string");

    public static JsonObject Time() => With(Text(), ("format", "date-time"));

    public static JsonObject Number() => Of("number");

    public static JsonObject Whole() => Of("integer");

    public static JsonObject Flag() => Of("boolean");

    public static JsonObject List(JsonObject item) => With(Of("array"), ("items", item));

    public static JsonObject OneOf(IEnumerable<string> values) => With(Text(), ("enum", new JsonArray([.. values.Select(value => JsonValue.Create(value))])));

    public static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    public static JsonObject OrNull(JsonObject schema) => AnyOf(schema, Of("null"));

    /// <summary>An object whose names are not known beforehand.</summary>
    public static JsonObject MapOf(JsonObject value) => With(Of("object"), ("additionalProperties", value));

    /// <param name="required">The names of the members that are always there, with blanks between.</param>
    /// <param name="members">All members.</param>
    public static JsonObject Object(string required, params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
        }

        var names = required.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return With(Of("object"), ("required", new JsonArray([.. names.Select(name => JsonValue.Create(name))])), ("properties", properties));
    }

    public static JsonObject With(JsonObject schema, params (string Name, JsonNode Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            schema[name] = value;
        }

        return schema;
    }

    private static JsonObject Of(string type) => new() { ["type"] = type };
}
