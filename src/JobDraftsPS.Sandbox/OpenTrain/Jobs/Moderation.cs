using System.Globalization;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>A stand-in for the service's moderation: a job is refused when its text holds the word that the panel names.</summary>
internal sealed class Moderation(SandboxSettings settings)
{
    /// <summary>Why a job is refused; empty when it may be shown.</summary>
    public IReadOnlyList<string> Reasons(OpenTrainJob job)
    {
        var word = settings.ModerationWord;
        if (word.Length == 0)
        {
            return [];
        }

        return [.. job.Fields
            .Where(field => Texts(field.Value).Any(text => Holds(text, word)))
            .Select(field => $"{field.Key} holds the word '{word}'.")
            .OrderBy(reason => reason, StringComparer.Ordinal)];
    }

    private static string[] Texts(object value) => value switch
    {
        string text => [text],
        string[] list => list,
        _ => [],
    };

    private static bool Holds(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.OrdinalIgnoreCase) >= 0;
}
