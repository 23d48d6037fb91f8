using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>
/// The one tolerant reader of OpenTrain's validation. The pages show the gaps as objects or as plain names, inside the validation, beside
/// it or in both places, and with a count that does not match: all of these read the same.
/// </summary>
internal static class OpenTrainValidation
{
    /// <summary>The validation of an answer; null when the answer has none.</summary>
    /// <param name="holder">The object that has <c>validation</c> and perhaps <c>missingFields</c>.</param>
    public static JobValidation? Read(JsonElement holder)
    {
        var answer = new RecordReader(holder);
        var inner = answer.Object("validation");
        var beside = answer.Items("missingFields");
        if (inner is null && beside.Count == 0)
        {
            return null;
        }

        var validation = new RecordReader(inner ?? default);
        var gaps = Merge(beside, validation.Items("missingFields"));
        var issues = validation.Each("issues", ReadIssue);
        return new JobValidation
        {
            PublishReady = validation.Flag("publishReady"),
            MissingFieldCount = Count(validation.Whole("missingFieldCount") ?? gaps.Length),
            IssueCount = Count(validation.Whole("issueCount") ?? issues.Length),
            MissingFields = gaps,
            Issues = issues,
            Source = ValidationSource.Server,
            AdditionalData = validation.Rest(),
        };
    }

    private static int Count(long told) => (int)Math.Max(0, Math.Min(told, int.MaxValue));

    /// <summary>Each gap once; the form that says more wins over a bare name.</summary>
    private static MissingField[] Merge(IReadOnlyList<JsonElement> beside, IReadOnlyList<JsonElement> inside)
    {
        if (beside.Count + inside.Count == 0)
        {
            return [];
        }

        var gaps = new List<MissingField>();
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in beside.Concat(inside))
        {
            if (ReadGap(element) is not { } gap)
            {
                continue;
            }

            if (!index.TryGetValue(gap.Field, out var place))
            {
                index[gap.Field] = gaps.Count;
                gaps.Add(gap);
            }
            else if (gaps[place].Prompt is null && gap.Prompt is not null)
            {
                gaps[place] = gap;
            }
        }

        return gaps.ToArray();
    }

    private static MissingField? ReadGap(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString() is { Length: > 0 } name ? Complete(name, new RecordReader(default)) : null;
        }

        var gap = new RecordReader(element);
        gap.Skip("field");
        var field = gap.Text("field") ?? gap.Texts("updateKeys").FirstOrDefault() ?? gap.Text("label");
        return string.IsNullOrEmpty(field) ? null : Complete(field!, gap);
    }

    /// <summary>What the answer leaves out about a documented field is filled in from the documentation.</summary>
    private static MissingField Complete(string field, RecordReader gap)
    {
        var known = DraftFields.Known.Find(field);
        var enumValues = gap.Texts("enumValues");
        var updateKeys = gap.Texts("updateKeys");
        return new MissingField
        {
            Field = field,
            Label = OneLine.OrNull(gap.Text("label")),
            Message = OneLine.OrNull(gap.Text("message")),
            Code = gap.Text("code"),
            Prompt = WithoutAsk(OneLine.OrNull(gap.Text("prompt"))),
            Type = gap.Text("type") ?? TypeName(known),
            EnumValues = enumValues.Length > 0 ? enumValues : known?.Allowed.ToArray() ?? [],
            UpdateKeys = updateKeys.Length > 0 ? updateKeys : [field],
            Example = gap.Text("example"),
            Hint = OneLine.OrNull(gap.Text("hint")),
            AdditionalData = gap.Rest(),
        };
    }

    private static string? WithoutAsk(string? prompt)
    {
        const string Ask = "ask:";
        return prompt is not null && prompt.TrimStart().StartsWith(Ask, StringComparison.OrdinalIgnoreCase)
            ? prompt.TrimStart().Substring(Ask.Length).TrimStart()
            : prompt;
    }

    private static string? TypeName(FieldDefinition? field) => field?.Type switch
    {
        null or FieldType.Any => null,
        FieldType.Choice => "enum",
        FieldType.Number or FieldType.Whole => "number",
        FieldType.TextList => "string[]",
        FieldType.Flag => "boolean",
        _ => "string",
    };

    private static ValidationIssue ReadIssue(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new ValidationIssue { Message = OneLine.OrNull(element.GetString()) };
        }

        var issue = new RecordReader(element);
        // The path stays beside the field that it names: it may lead further into it.
        var path = new RecordReader(element);
        var field = issue.Text("field") ?? path.Texts("path").FirstOrDefault() ?? path.Text("path")?.TrimStart('/').Split('/', '.')[0];
        return new ValidationIssue { Field = field, Code = issue.Text("code"), Message = OneLine.OrNull(issue.Text("message")), AdditionalData = issue.Rest() };
    }
}
