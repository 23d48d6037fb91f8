using System.Globalization;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sorce;

/// <summary>The four sets of a listing. What is sent of one is the whole new set: the service merges nothing.</summary>
internal sealed class ListingSets
{
    private const string Order = "order";

    public ListingSets()
    {
        Locations = new ListingSet(
            SorceValues.Locations,
            [new("locationId", FieldType.Whole), new("displayName", FieldType.Text), new("city", FieldType.Text), new("stateProvince", FieldType.Text), new("country", FieldType.Text)])
        {
            Problem = LocationProblem,
            Key = place => Text(place, "locationId"),
            Describe = PlaceName,
            OtherNames = place => [Text(place, "city"), $"{Text(place, "city")}, {Text(place, "stateProvince")}"],
            Complete = OnePlaceOnce,
        };
        Qualifications = new ListingSet(
            SorceValues.Qualifications,
            [new("text", FieldType.Text), new("kind", FieldType.Text), new(Order, FieldType.Whole)])
        {
            ReadText = text => new(StringComparer.Ordinal) { ["text"] = text, ["kind"] = SorceValues.Required },
            MadeByService = ["id"],
            Problem = wanted => TextProblem(wanted, "text"),
            Key = wanted => Text(wanted, "text"),
            Describe = wanted => wanted.ContainsKey("kind") ? $"{Text(wanted, "text")} ({Text(wanted, "kind")})" : Text(wanted, "text"),
            Complete = InOrder,
        };
        Questions = new ListingSet(SorceValues.Questions, [new("prompt", FieldType.Text), new(Order, FieldType.Whole), new("options", FieldType.TextList)])
        {
            ReadText = prompt => new(StringComparer.Ordinal) { ["prompt"] = prompt },
            MadeByService = ["id"],
            Problem = question => TextProblem(question, "prompt"),
            Key = question => Text(question, "prompt"),
            Describe = question => Text(question, "prompt"),
            Complete = InOrder,
        };
        Budgets = new ListingSet(
            SorceValues.Budgets,
            [new("window", FieldType.Choice, SorceValues.BudgetWindows), new("budgetCents", FieldType.Whole, minimum: SorceAssumptions.SmallestBudgetCents), new("notes", FieldType.Text)])
        {
            MayBeNull = ["notes"],
            Problem = BudgetProblem,
            Key = budget => Text(budget, "window"),
            Describe = budget => $"{Text(budget, "window")} {Text(budget, "budgetCents")} cents",
            Complete = OneBudgetAWindow,
        };
        All = [Locations, Qualifications, Questions, Budgets];
    }

    public ListingSet Locations { get; }

    public ListingSet Qualifications { get; }

    public ListingSet Questions { get; }

    public ListingSet Budgets { get; }

    public IReadOnlyList<ListingSet> All { get; }

    /// <summary>The set of that name; null for a field of one value.</summary>
    public ListingSet? Find(string field) => All.FirstOrDefault(set => set.Field == field);

    /// <summary>Puts entries that have no order behind those that have one.</summary>
    public static void PutBehind(IReadOnlyList<Dictionary<string, object?>> items)
    {
        var next = items.Select(item => item.TryGetValue(Order, out var order) && order is long number ? number + 1 : 0).DefaultIfEmpty(0).Max();
        foreach (var item in items.Where(item => !item.ContainsKey(Order)))
        {
            item[Order] = next++;
        }
    }

    /// <summary>Whether a text holds nothing.</summary>
    public static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Text(IReadOnlyDictionary<string, object?> item, string member) =>
        item.TryGetValue(member, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty : string.Empty;

    private static string PlaceName(IReadOnlyDictionary<string, object?> place)
    {
        var name = Text(place, "displayName");
        var parts = new[] { Text(place, "city"), Text(place, "stateProvince") }.Where(part => part.Length > 0).ToArray();
        return name.Length > 0 ? name : parts.Length > 0 ? string.Join(", ", parts) : "location " + Text(place, "locationId");
    }

    private static string? LocationProblem(IReadOnlyDictionary<string, object?> place) =>
        place.ContainsKey("locationId") ? null : "locationId is needed, a whole number; a typed name is never taken. Pick the place with Find-JobLocation, or let -Locations look up a name";

    private static string? TextProblem(IReadOnlyDictionary<string, object?> item, string member) =>
        IsEmpty(Text(item, member)) ? $"{member} is needed, a text that is not empty" : null;

    private static string? BudgetProblem(IReadOnlyDictionary<string, object?> budget) =>
        !budget.ContainsKey("window") ? $"window is needed, one of {string.Join(", ", SorceValues.BudgetWindows)}"
        : !budget.ContainsKey("budgetCents") ? "budgetCents is needed, a whole number of cents"
        : null;

    private List<Dictionary<string, object?>> OnePlaceOnce(IReadOnlyList<Dictionary<string, object?>> places) =>
        places.GroupBy(place => Locations.Key(place), StringComparer.Ordinal).Select(same => same.First()).ToList();

    /// <summary>An entry without an order has the place where it stands.</summary>
    private static IReadOnlyList<Dictionary<string, object?>> InOrder(IReadOnlyList<Dictionary<string, object?>> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].ContainsKey(Order))
            {
                items[i][Order] = (long)i;
            }
        }

        return items;
    }

    private IReadOnlyList<Dictionary<string, object?>> OneBudgetAWindow(IReadOnlyList<Dictionary<string, object?>> budgets)
    {
        var doubled = budgets.GroupBy(budget => Budgets.Key(budget), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return doubled is null
            ? budgets
            : throw new FieldValueException($"there are {doubled.Count()} budgets for {doubled.Key}; one for each window is allowed");
    }
}
