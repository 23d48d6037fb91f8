using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sorce;

/// <summary>What is to join or leave the sets of listings. The service only replaces whole sets, so this is worked out from their present state.</summary>
public sealed class ListingMerges
{
    private readonly ListingSets sets;
    private readonly Dictionary<string, IReadOnlyList<Dictionary<string, object?>>> added = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> removed = new(StringComparer.Ordinal);

    internal ListingMerges(ListingSets sets) => this.sets = sets;

    /// <summary>The sets that are named.</summary>
    public IReadOnlyCollection<string> Fields => [.. added.Keys.Union(removed.Keys)];

    /// <summary>Lets entries join a set; one that is there already is replaced.</summary>
    /// <exception cref="JobDraftsApiException">An entry is wrong.</exception>
    public void Add(string field, string parameter, object[] items) => Checked(parameter, () =>
    {
        var set = sets.Find(field)!;
        var probe = new FieldDefinition(field, FieldType.ItemList, readItems: given => [.. set.ReadEntries(given)]);
        added[field] = [.. ((object[])FieldValues.Read(probe, items)).Cast<Dictionary<string, object?>>()];
    });

    /// <summary>Lets entries leave a set: a budget by its window, a question by its prompt, a qualification by its text, a place by id or name.</summary>
    /// <exception cref="JobDraftsApiException">A name cannot be one.</exception>
    public void Remove(string field, string parameter, object[] names) => Checked(parameter, () =>
    {
        var set = sets.Find(field)!;
        removed[field] = [.. names.Select(set.ReadName).Select(name => field == SorceValues.Budgets ? Window(name) : name)];
    });

    /// <summary>The whole new set, and the entries that left it because they were named.</summary>
    /// <exception cref="JobDraftsApiException">The present entries cannot be merged with.</exception>
    internal (object[] Items, IReadOnlyList<Dictionary<string, object?>> Left) Merge(ListingSet set, IReadOnlyList<Dictionary<string, object?>> present)
    {
        var joining = added.TryGetValue(set.Field, out var items) ? items : [];
        var leaving = removed.TryGetValue(set.Field, out var names) ? names.SelectMany(name => Named(set, present, name)).ToList() : [];
        var merged = present.Where(item => !leaving.Contains(item)).ToList();
        foreach (var item in joining)
        {
            // Copied, because the next listing may put it at another place.
            var entry = new Dictionary<string, object?>(item, StringComparer.Ordinal);
            var at = merged.FindIndex(old => set.Key(old) == set.Key(entry));
            if (at < 0)
            {
                merged.Add(entry);
            }
            else
            {
                merged[at] = Renewed(merged[at], entry);
            }
        }

        if (set.Field is SorceValues.Qualifications or SorceValues.Questions)
        {
            ListingSets.PutBehind(merged);
        }

        return ([.. set.Complete(merged)], leaving);
    }

    /// <summary>What the new entry says wins; what it does not say stays, the unknown included.</summary>
    private static Dictionary<string, object?> Renewed(Dictionary<string, object?> old, Dictionary<string, object?> entry)
    {
        var renewed = new Dictionary<string, object?>(old, StringComparer.Ordinal);
        foreach (var member in entry)
        {
            renewed[member.Key] = member.Value;
        }

        return renewed;
    }

    private static List<Dictionary<string, object?>> Named(ListingSet set, IReadOnlyList<Dictionary<string, object?>> present, string name)
    {
        var exact = present.Where(item => set.Key(item) == name).ToList();
        var found = exact.Count > 0 ? exact : present.Where(item => set.IsNamed(item, name)).ToList();
        return found.Count < 2
            ? found
            : throw LocalErrors.BadValue(JobService.Sorce, $"'{name}' names {found.Count} of the {set.Field}: {string.Join("; ", found.Select(item => $"{set.Describe(item)} ({set.Key(item)})"))}.", "Name the one that is meant by what stands in parentheses.");
    }

    private static string Window(string name) => SorceValues.BudgetWindows.FirstOrDefault(window => string.Equals(window, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FieldValueException($"'{name}' is not one of the windows {string.Join(", ", SorceValues.BudgetWindows)}");

    private static void Checked(string parameter, Action read)
    {
        try
        {
            read();
        }
        catch (FieldValueException wrong)
        {
            throw LocalErrors.BadValue(JobService.Sorce, $"-{parameter}: {wrong.Message}.");
        }
    }
}
