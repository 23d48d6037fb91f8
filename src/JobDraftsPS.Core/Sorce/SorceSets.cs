using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's sets are replaced whole. What counts is what an entry says, not the id that the service gave it.</summary>
internal static class SorceSets
{
    private static readonly string[] ServerMade = ["id", "displayName"];

    /// <summary>What names an entry among those of its set.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [SorceValues.Locations] = "locationId",
        [SorceValues.Qualifications] = "text",
        [SorceValues.Questions] = "prompt",
        [SorceValues.Budgets] = "window",
    };

    public static bool IsSet(string field) => Names.ContainsKey(field);

    /// <summary>True for the sets that a listing with applications keeps as they are.</summary>
    public static bool IsFrozen(string field) => field is SorceValues.Qualifications or SorceValues.Questions;

    /// <summary>The entries without what only the service writes, so that they can be sent back and compared.</summary>
    public static object? Sendable(object? set) => set is object?[] entries
        ? Array.ConvertAll(entries, entry => entry is IReadOnlyDictionary<string, object?> members
            ? members.Where(member => !ServerMade.Contains(member.Key) && member.Value is not null and not object?[] { Length: 0 })
                .ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal)
            : entry)
        : set;

    /// <summary>True when the two sets mean the same.</summary>
    public static bool Same(string field, object? left, object? right)
    {
        if (field == SorceValues.Locations && left is object?[] && right is object?[])
        {
            // The id decides; the words beside it are the service's own.
            return Keys(field, left).SetEquals(Keys(field, right));
        }

        return PlanValues.Same(Sendable(left), Sendable(right));
    }

    /// <summary>True when an entry of the present set is not in the new one.</summary>
    public static bool Loses(string field, object? from, object? to) => !Keys(field, from).IsSubsetOf(Keys(field, to));

    private static HashSet<string> Keys(string field, object? set) => new(
        (set as object?[] ?? []).OfType<IReadOnlyDictionary<string, object?>>()
            .Select(entry => entry.TryGetValue(Names[field], out var name) ? Convert.ToString(name, System.Globalization.CultureInfo.InvariantCulture)! : string.Empty),
        StringComparer.Ordinal);
}
