namespace JobDraftsPS.Core.Fields;

/// <summary>The type of a field that only the service knows, by the word with which the service tells it.</summary>
public static class ToldType
{
    /// <summary>The type; <see cref="FieldType.Any"/> where the word is none of the known ones.</summary>
    public static FieldType Of(string? told) => told?.Trim().ToUpperInvariant() switch
    {
        "NUMBER" => FieldType.Number,
        "INTEGER" => FieldType.Whole,
        "BOOLEAN" => FieldType.Flag,
        "STRING" => FieldType.Text,
        "STRING[]" or "ARRAY" => FieldType.TextList,
        _ => FieldType.Any,
    };
}
