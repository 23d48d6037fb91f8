using System.Text.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>A list that a create adds to, and how its own entry is told from the others.</summary>
/// <param name="Scope">Names the list among all lists of the account.</param>
/// <param name="ListAsync">Reads the list, and tells whether it is whole.</param>
/// <param name="IdOf">The id of an entry; null when it has none.</param>
/// <param name="Matches">True when an entry holds what the create sent.</param>
/// <param name="Ids">How the service's ids are compared.</param>
internal sealed record CreateLookup(
    string Scope,
    Func<CallContext, Task<EntryList>> ListAsync,
    Func<JsonElement, string?> IdOf,
    Func<JsonElement, bool> Matches,
    StringComparer Ids)
{
    /// <summary>False for a create that goes live at once: it is never repeated on a list's word alone.</summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>Whether a text is the one that was sent: a service may trim it and write the ends of its lines in another way.</summary>
    public static bool IsSame(string sent, string held, StringComparison comparison = StringComparison.Ordinal) => string.Equals(Words(sent), Words(held), comparison);

    private static string Words(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
