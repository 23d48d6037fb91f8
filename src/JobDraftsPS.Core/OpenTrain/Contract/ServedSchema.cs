using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>What a schema says, whether in one piece or put together of several.</summary>
internal sealed class ServedSchema
{
    /// <summary>Deeper nesting than this says nothing that is compared, and a schema that holds itself has no end.</summary>
    private const int MaxDepth = 8;

    private static readonly (JsonSchemaType Type, string Name)[] Words =
    [
        (JsonSchemaType.String, "string"),
        (JsonSchemaType.Integer, "integer"),
        (JsonSchemaType.Number, "number"),
        (JsonSchemaType.Boolean, "boolean"),
        (JsonSchemaType.Object, "object"),
    ];

    private readonly IOpenApiSchema[] parts;
    private readonly IOpenApiSchema[] roots;

    public ServedSchema(params IOpenApiSchema[] roots)
    {
        this.roots = roots;
        parts = roots.SelectMany(root => Parts(root, 0)).ToArray();
    }

    /// <summary>The members of an object, by name; empty when none are described.</summary>
    public IReadOnlyDictionary<string, ServedSchema> Members => parts
        .SelectMany(part => part.Properties ?? new Dictionary<string, IOpenApiSchema>())
        .GroupBy(member => member.Key, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => new ServedSchema(same.Select(member => member.Value).ToArray()), StringComparer.Ordinal);

    /// <summary>The members that every such object must have.</summary>
    public IReadOnlyCollection<string> Required => InAll(roots.Select(root => RequiredBy(root, 0)));

    /// <summary>The allowed values; empty when any will do.</summary>
    public IReadOnlyList<string> Values => parts.Concat(Items).SelectMany(ValuesOf).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The type in the word that this module has for it; null when none is told.</summary>
    public string? TypeName
    {
        get
        {
            var types = TypesOf(parts);
            var names = Words.Where(word => types.HasFlag(word.Type)).Select(word => word.Name).ToList();
            if (types.HasFlag(JsonSchemaType.Array))
            {
                // What an array of arrays holds, no field of a draft needs to know.
                var items = TypesOf(Items);
                names.Add(string.Join(" or ", Words.Where(word => items.HasFlag(word.Type)).Select(word => word.Name).DefaultIfEmpty("any")) + "[]");
            }

            return names.Count == 0 ? null : string.Join(" or ", names);
        }
    }

    private IEnumerable<IOpenApiSchema> Items => parts.Where(part => part.Items is not null).SelectMany(part => Parts(part.Items!, 0));

    private static JsonSchemaType TypesOf(IEnumerable<IOpenApiSchema> schemas) => schemas.Aggregate(default(JsonSchemaType), (all, part) => all | (part.Type ?? default));

    private static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema, int depth) => depth > MaxDepth
        ? []
        : new[] { schema.AllOf, schema.AnyOf, schema.OneOf }.SelectMany(some => some ?? []).SelectMany(part => Parts(part, depth + 1)).Prepend(schema);

    private static IEnumerable<string> ValuesOf(IOpenApiSchema schema)
    {
        foreach (var value in schema.Enum ?? [])
        {
            if (value is JsonValue known && known.TryGetValue<string>(out var text))
            {
                yield return text;
            }
        }

        if (schema.Const is { } only)
        {
            yield return only;
        }
    }

    private static IEnumerable<string> RequiredBy(IOpenApiSchema schema, int depth) => depth > MaxDepth
        ? []
        : (schema.Required ?? Enumerable.Empty<string>())
            .Concat((schema.AllOf ?? []).SelectMany(part => RequiredBy(part, depth + 1)))
            .Concat(InAll((schema.AnyOf ?? []).Select(part => RequiredBy(part, depth + 1))))
            .Concat(InAll((schema.OneOf ?? []).Select(part => RequiredBy(part, depth + 1))));

    private static string[] InAll(IEnumerable<IEnumerable<string>> alternatives) =>
        alternatives.Aggregate(default(IEnumerable<string>), (some, others) => some is null ? others : some.Intersect(others))?.Distinct(StringComparer.Ordinal).ToArray() ?? [];
}
