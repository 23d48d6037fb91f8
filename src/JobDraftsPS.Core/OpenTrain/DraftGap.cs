using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>A gap of a draft that an answer can fill: what is asked, and the fields that the answer goes into.</summary>
public sealed class DraftGap
{
    private DraftGap(MissingField asked, IReadOnlyList<FieldDefinition> fields)
    {
        Asked = asked;
        Fields = fields;
    }

    /// <summary>The gap in the service's words.</summary>
    public MissingField Asked { get; }

    /// <summary>The fields to fill, with the values that this gap allows; at least one.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The gaps that a validation names: what is missing, and then what is there but wrong.</summary>
    /// <param name="validation">The validation.</param>
    /// <param name="fields">The fields that the account may send.</param>
    public static IReadOnlyList<DraftGap> Of(JobValidation validation, FieldSet fields)
    {
        var gaps = validation.MissingFields.Select(missing => new DraftGap(missing, missing.UpdateKeys.Select(key => FieldOf(missing, key, fields)).ToArray())).ToList();
        var named = new HashSet<string>(gaps.SelectMany(gap => gap.Fields).Select(field => field.Name), StringComparer.Ordinal);
        foreach (var issue in validation.Issues)
        {
            // Only a field that can be written is asked for; other issues stay for a person to read.
            if (issue.Field is not null && fields.Find(issue.Field) is { } field && named.Add(field.Name))
            {
                gaps.Add(new DraftGap(Wrong(issue, field), [field]));
            }
        }

        return gaps;
    }

    /// <summary>The gap's fields, each with its type and allowed values.</summary>
    public string Describe() => string.Join(", ", Fields.Select(Describe));

    /// <summary>One field with its type and allowed values.</summary>
    public static string Describe(FieldDefinition field) =>
        field.Allowed.Count > 0 ? $"{field.Name} ({TypeName(field.Type)}: {string.Join(", ", field.Allowed)})" : $"{field.Name} ({TypeName(field.Type)})";

    /// <summary>A type's word, as the service's work lists have it.</summary>
    public static string TypeName(FieldType type) => type switch
    {
        FieldType.Choice => "enum",
        FieldType.Number or FieldType.Whole => "number",
        FieldType.TextList => "string[]",
        FieldType.TextOrList => "string or string[]",
        FieldType.Flag => "boolean",
        FieldType.Any => "any",
        _ => "string",
    };

    /// <summary>What the work list says about its field goes before what is known of the field in general.</summary>
    private static FieldDefinition FieldOf(MissingField missing, string key, FieldSet fields)
    {
        var isTheOnlyOne = missing.UpdateKeys.Length == 1 || string.Equals(key, missing.Field, StringComparison.Ordinal);
        var field = fields.Find(key) ?? new FieldDefinition(key, FieldType.Any);
        field = isTheOnlyOne ? field.WithType(ToldType.Of(missing.Type)) : field;
        return isTheOnlyOne && missing.EnumValues.Length > 0 ? field.WithAllowed(missing.EnumValues) : field;
    }

    private static MissingField Wrong(ValidationIssue issue, FieldDefinition field) => new()
    {
        Field = field.Name,
        Message = issue.Message,
        Code = issue.Code,
        Prompt = issue.Message,
        Type = TypeName(field.Type),
        EnumValues = field.Allowed.ToArray(),
        UpdateKeys = [field.Name],
    };
}
