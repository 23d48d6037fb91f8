using System.Diagnostics.CodeAnalysis;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Errors;

/// <summary>What a service says in a refusal, as much as anyone reads: it goes into errors, journals and results. -Debug shows the whole.</summary>
internal static class Bounded
{
    /// <summary>So many fields are named in a sentence.</summary>
    public const int NamedFields = 10;

    /// <summary>So many fields are kept of one refusal.</summary>
    public const int KeptFields = 100;

    private const int LongestText = 500;
    private const int LongestWord = 100;

    /// <summary>A sentence.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) => Cut(text, LongestText);

    /// <summary>A code, an id, a field's name.</summary>
    [return: NotNullIfNotNull(nameof(word))]
    public static string? Word(string? word) => Cut(word, LongestWord);

    /// <summary>The whole of what a refusal says, where an error shows only a part of it; null where it shows all.</summary>
    public static string? WholeOf(CallFailure failure) =>
        failure.Message?.Length > LongestText || failure.FieldErrors.Count > NamedFields || failure.FieldErrors.Any(pair => pair.Value.Length > LongestText)
            ? string.Join(" ", failure.FieldErrors.Select(pair => $"{pair.Key}: {pair.Value}").Prepend(failure.Message ?? string.Empty)).Trim()
            : null;

    /// <summary>What is wrong with each field.</summary>
    public static IReadOnlyDictionary<string, string> Fields(IReadOnlyDictionary<string, string> fields)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in fields.Take(KeptFields))
        {
            kept[Word(pair.Key)] = Text(pair.Value);
        }

        return kept;
    }

    private static string? Cut(string? text, int longest)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        // Half a character is none.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text.Substring(0, end) + "...";
    }
}
