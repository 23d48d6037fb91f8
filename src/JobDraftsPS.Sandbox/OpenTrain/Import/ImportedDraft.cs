using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>What an import made of its source: values by patch key, and what it could not place or was not sure of.</summary>
internal sealed class ImportedDraft
{
    private const int PreviewLength = 80;

    private readonly List<(string Path, string Reason, string Preview)> unmapped = [];
    private readonly List<string> warnings = [];
    private readonly List<string> lowConfidence = [];

    /// <summary>The values by patch key.</summary>
    public Dictionary<string, object?> Fields { get; } = new(StringComparer.Ordinal);

    public JsonArray Warnings => new([.. warnings.Select(warning => JsonValue.Create(warning))]);

    public JsonArray LowConfidence(OpenTrainAssumptions assumptions) =>
        new([.. lowConfidence.Select(key => assumptions.LowConfidenceAsObjects ? new JsonObject { ["field"] = key } : (JsonNode)JsonValue.Create(key))]);

    public JsonArray Unmapped(OpenTrainAssumptions assumptions) => new([.. unmapped.Select(left => new JsonObject
    {
        ["path"] = left.Path,
        ["reason"] = left.Reason,
        [assumptions.UnmappedPreview] = left.Preview,
    })]);

    /// <summary>What was read, keyed as a patch is.</summary>
    public JsonObject NormalizedFields()
    {
        var json = new JsonObject();
        foreach (var field in Fields)
        {
            json[field.Key] = DraftValues.Write(field.Value!);
        }

        return json;
    }

    /// <summary>Sets a text unless it is blank or set already.</summary>
    public void SetText(string key, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text) && !Fields.ContainsKey(key))
        {
            Fields[key] = text!.Trim();
        }
    }

    public void Warn(string warning) => warnings.Add(warning);

    public void Unsure(string key)
    {
        if (!lowConfidence.Contains(key))
        {
            lowConfidence.Add(key);
        }
    }

    public void NotMapped(string path, string reason, string value) =>
        unmapped.Add((path, reason, value.Length <= PreviewLength ? value : value.Substring(0, PreviewLength)));

    /// <summary>Sets a value of a known field when it fits the field's type; else it is listed as not mapped. Null says nothing.</summary>
    public void SetOrList(string path, string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (DraftValues.Read(DraftSchema.Get(key), value, new ZodIssues()) is { } read)
        {
            Fields[key] = read;
        }
        else
        {
            NotMapped(path, "invalid_value", value.ToString());
        }
    }
}
