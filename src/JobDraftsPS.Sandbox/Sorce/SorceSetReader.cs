using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Reads the entries of the four sets and keeps what each set as a whole must keep.</summary>
internal sealed class SorceSetReader(SorceAssumptions assumptions, SorceIds ids)
{
    private static readonly HashSet<string> KnownInQuestion = new(StringComparer.Ordinal) { "id", "prompt", "order", "options" };

    /// <summary>Takes the id alone; the strings come from the table, whatever was sent beside the id.</summary>
    public SorceLocation? Location(JsonElement entry, out string problem)
    {
        problem = "locationId is needed, a whole number. Pick the place from the location search";
        if (!entry.TryGetProperty("locationId", out var value) || !SorceFieldReader.TryWhole(value, assumptions, out var id))
        {
            return null;
        }

        problem = $"there is no location {id}. Pick the place from the location search";
        return SorceLocationTable.Find(id) ?? (assumptions.UnknownLocationsAreRefused ? null : new SorceLocation(id, Sent(entry, "city"), Sent(entry, "stateProvince"), Sent(entry, "country")));
    }

    public SorceQualification? Qualification(JsonElement entry, out string problem)
    {
        var text = Text(entry, "text", out problem);
        if (text is null)
        {
            return null;
        }

        if (!entry.TryGetProperty("kind", out var value)
            || value.ValueKind != JsonValueKind.String
            || !assumptions.QualificationKinds.Contains(value.GetString()!))
        {
            problem = $"kind must be one of {SorceText.List(assumptions.QualificationKinds)}";
            return null;
        }

        return Order(entry, out problem) is { } order
            ? new SorceQualification(IdOf(entry) ?? ids.NextQualification(), text, value.GetString()!, order)
            : null;
    }

    public SorceQuestion? Question(JsonElement entry, out string problem)
    {
        var prompt = Text(entry, "prompt", out problem);
        if (prompt is null || Order(entry, out problem) is not { } order || Options(entry, out problem) is not { } options)
        {
            return null;
        }

        return new SorceQuestion(IdOf(entry) ?? ids.NextQuestion(), prompt, order, options, Unknown(entry));
    }

    public SorceBudget? Budget(JsonElement entry, out string problem)
    {
        problem = $"window must be one of {SorceText.List(SorceValues.BudgetWindows)}";
        if (!entry.TryGetProperty("window", out var window)
            || window.ValueKind != JsonValueKind.String
            || !SorceValues.BudgetWindows.Contains(window.GetString()!))
        {
            return null;
        }

        problem = $"budgetCents must be a whole number of cents, at least {assumptions.SmallestBudgetCents}";
        if (!entry.TryGetProperty("budgetCents", out var value)
            || !SorceFieldReader.TryWhole(value, assumptions, out var cents)
            || cents < assumptions.SmallestBudgetCents)
        {
            return null;
        }

        problem = "notes must be text";
        var hasNotes = entry.TryGetProperty("notes", out var notes);
        var isText = notes.ValueKind == JsonValueKind.String;
        return !hasNotes || isText || (notes.ValueKind == JsonValueKind.Null && assumptions.BudgetNotesMayBeNull)
            ? new SorceBudget(window.GetString()!, cents, isText ? notes.GetString() : null)
            : null;
    }

    /// <summary>One entry a place, the first one sent.</summary>
    public static IReadOnlyList<SorceLocation> WithoutDoubles(IReadOnlyList<SorceLocation> locations)
    {
        var seen = new HashSet<long>();
        return [.. locations.Where(location => seen.Add(location.LocationId))];
    }

    /// <summary>By order, then as sent.</summary>
    public IReadOnlyList<T> Ordered<T>(IReadOnlyList<T> items, Func<T, long> order) =>
        assumptions.ChildrenAreSortedByOrder ? [.. items.OrderBy(order)] : items;

    /// <summary>At most one cap a window.</summary>
    public IReadOnlyList<SorceBudget> OneAWindow(IReadOnlyList<SorceBudget> budgets, SorceFieldErrors errors)
    {
        var doubled = budgets.GroupBy(budget => budget.Window).FirstOrDefault(group => group.Count() > 1);
        if (doubled is null)
        {
            return budgets;
        }

        if (assumptions.DoubledBudgetWindowsAreRefused)
        {
            errors.Add("budgets", $"There are {doubled.Count()} budgets for {doubled.Key}; one for each window is allowed.");
        }

        return [.. budgets.GroupBy(budget => budget.Window).Select(group => group.Last())];
    }

    private static string Sent(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private string? IdOf(JsonElement entry) => assumptions.ChildrenGetNewIds || Sent(entry, "id").Length == 0 ? null : Sent(entry, "id");

    private string? Text(JsonElement entry, string name, out string problem)
    {
        problem = $"{name} is needed, a text that is not empty";
        return entry.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            && !SorceText.IsEmpty(value.GetString(), assumptions)
                ? value.GetString()
                : null;
    }

    private long? Order(JsonElement entry, out string problem)
    {
        problem = "order is needed, a whole number";
        return entry.TryGetProperty("order", out var value) && SorceFieldReader.TryWhole(value, assumptions, out var order) ? order : null;
    }

    private List<string>? Options(JsonElement entry, out string problem)
    {
        problem = "options must be an array of texts";
        if (!entry.TryGetProperty("options", out var value))
        {
            return assumptions.QuestionsNeedOptions ? null : [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(option => option.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        return [.. value.EnumerateArray().Select(option => option.GetString()!)];
    }

    private Dictionary<string, JsonElement> Unknown(JsonElement entry)
    {
        var unknown = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (assumptions.UnknownQuestionPropertiesAreKept)
        {
            foreach (var property in entry.EnumerateObject().Where(property => !KnownInQuestion.Contains(property.Name)))
            {
                unknown[property.Name] = property.Value;
            }
        }

        return unknown;
    }
}
