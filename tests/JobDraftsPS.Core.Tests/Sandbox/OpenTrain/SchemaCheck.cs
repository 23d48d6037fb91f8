using System.Text.Json.Nodes;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

/// <summary>Checks a value against a schema of a description, as far as the description uses schemas. Members that are not described count as wrong.</summary>
internal sealed class SchemaCheck(JsonNode description)
{
    /// <summary>What does not fit, each with its place.</summary>
    public IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string at = "$")
    {
        if (schema["$ref"] is { } reference)
        {
            return Problems(value, reference.GetValue<string>().Split('/').Skip(1).Aggregate(description, (node, name) => node[name]!), at);
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            var tries = choices.Select(choice => Problems(value, choice!, at).ToArray()).ToArray();
            return tries.Any(problems => problems.Length == 0) ? [] : tries.OrderBy(problems => problems.Length).First();
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "object" => value is JsonObject holder ? OfObject(holder, schema, at) : [$"{at} is no object"],
            "array" => value is JsonArray list ? list.SelectMany((item, i) => Problems(item, schema["items"]!, $"{at}[{i}]")) : [$"{at} is no array"],
            "string" => value is JsonValue text && text.TryGetValue<string>(out var word) && (schema["enum"] is not JsonArray words || words.Any(allowed => allowed!.GetValue<string>() == word)) ? [] : [$"{at} is no such text"],
            "integer" => value is JsonValue whole && whole.TryGetValue<long>(out _) ? [] : [$"{at} is no whole number"],
            "number" => value is JsonValue number && number.TryGetValue<decimal>(out _) ? [] : [$"{at} is no number"],
            "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _) ? [] : [$"{at} is neither true nor false"],
            "null" => value is null ? [] : [$"{at} is not null"],
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonObject value, JsonNode schema, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
        {
            yield return $"{at} lacks {name}";
        }

        foreach (var (name, member) in value)
        {
            var of = properties[name] ?? schema["additionalProperties"] as JsonObject;
            foreach (var problem in of is null ? [$"{at}.{name} is not described"] : Problems(member, of, $"{at}.{name}"))
            {
                yield return problem;
            }
        }
    }
}
