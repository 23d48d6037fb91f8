using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>The fields of a translation job that can be written. "Required" means that they cannot be made empty.</summary>
public static class TranslationJobFields
{
    /// <summary>The documented fields.</summary>
    public static FieldSet Known { get; } = new(
    [
        new("name", FieldType.Text, canClear: false),
        new("source_language", FieldType.Text, canClear: false),
        new("target_language", FieldType.Text, canClear: false),
        new("quality", FieldType.Choice, TextKingAssumptions.Current.Qualities, canClear: false),
        new("topic", FieldType.Uuid),
        new("briefing", FieldType.Text),
        new("is_active", FieldType.Flag, canClear: false),
    ]);
}
