using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>The fields of a translation job that can be written. "Required" means that they cannot be made empty.</summary>
public static class TranslationJobFields
{
    /// <summary>What every job needs.</summary>
    internal static readonly string[] Required = ["name", "source_language", "target_language", "quality"];

    /// <summary>The documented fields, with the service levels that are taken to be offered.</summary>
    public static FieldSet Known { get; } = new(
    [
        new("name", FieldType.Text, canClear: false, shownAs: "Title"),
        new("source_language", FieldType.Text, canClear: false),
        new("target_language", FieldType.Text, canClear: false),
        new("quality", FieldType.Choice, TextKingAssumptions.Qualities, canClear: false),
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

    /// <summary>Refuses a job that lacks what every job needs.</summary>
    /// <exception cref="JobDraftsApiException">A field is missing; nothing was sent.</exception>
    internal static void RequireComplete(IReadOnlyList<FieldChange> changes)
    {
        var missing = Required.Where(name => changes.All(change => change.Field != name)).ToArray();
        if (missing.Length > 0)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"A new TextKing job needs {string.Join(", ", missing)}.", $"Give all of {string.Join(", ", Required)}.");
        }
    }

    /// <summary>Refuses an empty value where the service needs one, and a job from a language into itself.</summary>
    /// <exception cref="JobDraftsApiException">A value is wrong; nothing was sent.</exception>
    internal static void RequireSendable(IReadOnlyList<FieldChange> changes)
    {
        if (changes.FirstOrDefault(change => Required.Contains(change.Field) && string.IsNullOrWhiteSpace(change.Value as string)) is { } empty)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The field '{empty.Field}' cannot be empty: TextKing needs a value there.");
        }

        var source = changes.FirstOrDefault(change => change.Field == "source_language")?.Value as string;
        var target = changes.FirstOrDefault(change => change.Field == "target_language")?.Value as string;
        if (source is not null && target is not null)
        {
            RequireTwoLanguages(source, target);
        }
    }

    /// <summary>Refuses a translation from a language into itself.</summary>
    /// <exception cref="JobDraftsApiException">The languages are the same; nothing was sent.</exception>
    internal static void RequireTwoLanguages(string source, string target)
    {
        if (TextKingAssumptions.LanguagesMustDiffer && string.Equals(source.Trim(), target.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The source and the target language are the same: '{source}'.", "Give two different languages; Get-TranslationLanguage lists them.");
        }
    }
}
