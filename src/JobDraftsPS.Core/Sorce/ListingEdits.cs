using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Decides what an edit sends: merges sets with their present entries, names what would be lost, and refuses what the service would refuse.</summary>
public sealed class ListingEdits
{
    private const string ReplaceSetLoss = "ReplaceSetLoss";
    private const string UnlimitedBudget = "UnlimitedBudget";
    private readonly ListingSets sets;
    private readonly string[] names = [.. ListingFields.Known.Fields.Select(field => field.Name)];

    internal ListingEdits(ListingSets sets) => this.sets = sets;

    /// <summary>The sets that an edit touches; their present entries must be known before it can be decided.</summary>
    public IReadOnlyCollection<string> Touched(IReadOnlyList<FieldChange> changes, ListingMerges merges, bool unlimitedBudget) =>
    [
        .. changes.Select(change => change.Field).Where(field => sets.Find(field) is not null)
            .Union(merges.Fields)
            .Union(unlimitedBudget ? [SorceValues.Budgets] : []),
    ];

    /// <summary>Decides an edit.</summary>
    /// <param name="jobId">The listing.</param>
    /// <param name="changes">The fields given, sets whole.</param>
    /// <param name="merges">What joins or leaves sets.</param>
    /// <param name="unlimitedBudget">Takes every budget away.</param>
    /// <param name="present">The present state; needed where <see cref="Touched"/> names a set.</param>
    /// <param name="skipCheck">Leaves it to the service whether a live listing stays complete.</param>
    /// <exception cref="JobDraftsApiException">The edit is refused.</exception>
    public ListingEdit Update(string jobId, IReadOnlyList<FieldChange> changes, ListingMerges merges, bool unlimitedBudget, ListingState? present, bool skipCheck)
    {
        RequireFields(changes);
        var hazards = new List<string>();
        var decided = changes.ToList();
        if (unlimitedBudget)
        {
            if (merges.Fields.Contains(SorceValues.Budgets) || changes.Any(change => change.Field == SorceValues.Budgets))
            {
                throw ListingRefusals.TwiceBudgets();
            }

            decided.Add(new FieldChange(SorceValues.Budgets, Array.Empty<object>()));
            hazards.Add($"{UnlimitedBudget}: spending has no cap any more");
        }

        RequireEditable(jobId, Touched(changes, merges, unlimitedBudget), present);
        foreach (var field in merges.Fields)
        {
            if (changes.Any(change => change.Field == field))
            {
                throw ListingRefusals.Twice(field);
            }

            var set = sets.Find(field)!;
            var (items, left) = merges.Merge(set, Present(set, present) ?? throw ListingRefusals.Unknown(jobId, field));
            decided.Add(new FieldChange(field, items));
            hazards.AddRange(left.Count > 0 ? [$"removed from {field}: {string.Join(", ", left.Select(set.Describe))}"] : []);
            hazards.AddRange(Lost(set, left.Count > 0 ? Without(present, set, left) : Present(set, present), items));
        }

        foreach (var change in decided.Where(change => !merges.Fields.Contains(change.Field)))
        {
            if (sets.Find(change.Field) is { } set)
            {
                hazards.AddRange(Lost(set, Present(set, present), Items(change)));
            }
        }

        if (!unlimitedBudget && decided.Any(change => change.Field == SorceValues.Budgets && Items(change).Length == 0))
        {
            throw ListingRefusals.Unlimited(jobId);
        }

        if (!skipCheck && present is not null && IsLive(present))
        {
            RequireComplete(jobId, PlainJson.ReadObject(present.Raw), decided);
        }

        decided = InOrder(decided);
        return new ListingEdit(jobId, decided, Shown(decided), hazards, Wire(decided));
    }

    /// <summary>Decides the making of a listing.</summary>
    /// <param name="changes">The fields given.</param>
    /// <param name="publish">True to take it live in the same step.</param>
    /// <param name="skipCheck">Leaves it to the service whether it is complete.</param>
    /// <exception cref="JobDraftsApiException">It is refused.</exception>
    public ListingEdit Create(IReadOnlyList<FieldChange> changes, bool publish, bool skipCheck)
    {
        RequireFields(changes);
        if (changes.Any(change => change.Field == SorceValues.Budgets && Items(change).Length == 0))
        {
            throw ListingRefusals.Unlimited(null);
        }

        var title = changes.FirstOrDefault(change => change.Field == "title")?.Value as string;
        if (SorceAssumptions.DraftsNeedTitle && !skipCheck && ListingSets.IsEmpty(title))
        {
            throw LocalErrors.BadValue(JobService.Sorce, "title: A title is needed, for a draft too.", "Give -Title, or fill the title column.");
        }

        if (publish && !skipCheck)
        {
            RequireComplete(null, new Dictionary<string, object?>(0), changes);
        }

        var ordered = InOrder(changes);
        return new ListingEdit(null, ordered, Shown(ordered), [], [.. Wire(ordered), new FieldChange("publish", publish)]);
    }

    /// <summary>In the order of the documentation, so that equal edits are equal for a journal too: a hashtable has no order of its own.</summary>
    private List<FieldChange> InOrder(IEnumerable<FieldChange> changes) =>
        [.. changes.OrderBy(change => Array.IndexOf(names, change.Field) is var at and >= 0 ? at : names.Length).ThenBy(change => change.Field, StringComparer.Ordinal)];

    private static object[] Items(FieldChange change) => change.Value as object[] ?? [];

    private static List<Dictionary<string, object?>> Without(ListingState? present, ListingSet set, IReadOnlyList<Dictionary<string, object?>> left)
    {
        var gone = left.Select(set.Key).ToList();
        return [.. (Present(set, present) ?? []).Where(item => !gone.Contains(set.Key(item)))];
    }

    /// <summary>The present entries as they would be sent; null when nobody knows them. A present entry is never refused.</summary>
    private static List<Dictionary<string, object?>>? Present(ListingSet set, ListingState? present) =>
        present?.Entries(set.Field)?.Select(entry => set.Sendable(PlainJson.ReadObject(entry))).ToList();

    private static IEnumerable<string> Lost(ListingSet set, List<Dictionary<string, object?>>? present, object[] items)
    {
        var kept = items.OfType<Dictionary<string, object?>>().Select(set.Key).ToList();
        var lost = (present ?? []).Where(item => !kept.Contains(set.Key(item))).Select(set.Describe).ToList();
        return lost.Count > 0 ? [$"{ReplaceSetLoss}: {set.Field} loses {string.Join(", ", lost)}"] : [];
    }

    /// <summary>A status has its own calls, which ask and are looked up; no page says what one does among fields, so none ever gets there.</summary>
    private static void RequireFields(IReadOnlyList<FieldChange> changes)
    {
        if (changes.FirstOrDefault(change => FieldSet.Key(change.Field) is "status" or "publish") is { } status)
        {
            throw ListingRefusals.NoField(status.Field);
        }
    }

    private static void RequireEditable(string jobId, IReadOnlyCollection<string> touched, ListingState? present)
    {
        if (present?.Listing.Status is SorceValues.Closed or SorceValues.Expired)
        {
            throw ListingRefusals.CannotBeEdited(jobId, present.Listing.Status);
        }

        var locked = touched.Where(field => field is SorceValues.Qualifications or SorceValues.Questions).ToList();
        if (SorceAssumptions.FrozenSetsAreRefused && present?.Listing.IsFrozen == true && locked.Count > 0)
        {
            throw ListingRefusals.IsFrozen(jobId, locked);
        }
    }

    private static bool IsLive(ListingState present) =>
        present.Listing.Status == SorceValues.Active || (present.Listing.Status == SorceValues.Paused && SorceAssumptions.PausedCountsAsLive);

    /// <summary>The first gate over what the listing would be; what nobody knows is left to the service.</summary>
    private void RequireComplete(string? jobId, IReadOnlyDictionary<string, object?> present, IReadOnlyList<FieldChange> changes)
    {
        var result = present.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        if (jobId is null)
        {
            foreach (var name in names)
            {
                result[name] = null;
            }
        }

        foreach (var change in changes)
        {
            result[change.Field] = change.Value;
        }

        var json = JsonText.TryParse(Encoding.UTF8.GetBytes(PlainJson.Write(result))) ?? default(JsonElement);
        if (ListingGates.Check(json) is { PublishReady: false } validation)
        {
            throw ListingRefusals.Incomplete(jobId, validation);
        }
    }

    private List<FieldChange> Shown(IReadOnlyList<FieldChange> changes) => [.. changes.Select(change => sets.Find(change.Field) is { } set && change.Value is object[] items
        ? new FieldChange(change.Field, items.Length == 0 ? "(none)" : string.Join("; ", items.OfType<Dictionary<string, object?>>().Select(set.Describe)))
        : change)];

    private List<FieldChange> Wire(IReadOnlyList<FieldChange> changes) => [.. changes.Select(change => new FieldChange(change.Field, change.Value ?? Cleared(change.Field)))];

    /// <summary>What clears a field: nothing in it, in the form that its type takes.</summary>
    private object? Cleared(string field) =>
        sets.Find(field) is not null ? Array.Empty<object>()
        // Its type has no null.
        : field == "description" ? string.Empty
        : null;
}
