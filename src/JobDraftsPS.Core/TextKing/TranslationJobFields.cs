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

    /// <summary>The whole set of fields: what is given, and for the rest what the job has.</summary>
    public static IReadOnlyList<FieldChange> Complete(IReadOnlyList<FieldChange> given, TranslationJob present)
    {
        var held = new (string Field, object? Value)[]
        {
            ("name", present.Name),
            ("source_language", present.SourceLanguage),
            ("target_language", present.TargetLanguage),
            ("quality", present.Quality),
            ("topic", present.Topic),
            ("briefing", present.Briefing),
            ("is_active", present.IsActive),
        };
        var kept = held.Where(field => field.Value is not null && given.All(change => change.Field != field.Field));
        return [.. given, .. kept.Select(field => new FieldChange(field.Field, field.Value))];
    }
}
