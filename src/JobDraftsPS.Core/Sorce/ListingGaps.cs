using System.Text.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Collects what a listing lacks. A field that is absent, rather than null, makes the result unknown.</summary>
internal sealed class ListingGaps(JsonElement listing)
{
    private readonly List<MissingField> gaps = [];
    private readonly List<ValidationIssue> issues = [];
    private bool unknown;

    public void RequireText(string field, string message)
    {
        if (Has(field, out var value) && !(value.ValueKind == JsonValueKind.String && !ListingSets.IsEmpty(value.GetString())))
        {
            Add(field, message, "string");
        }
    }

    public void RequireChoice(string field, IReadOnlyList<string> allowed)
    {
        if (Has(field, out var value) && value.ValueKind != JsonValueKind.String)
        {
            Add(field, $"One of {string.Join(", ", allowed)} is needed.", "enum", [.. allowed]);
        }
    }

    public void RequireNumber(string field, string message)
    {
        if (Has(field, out var value) && value.ValueKind != JsonValueKind.Number)
        {
            Add(field, message, "number");
        }
    }

    /// <summary>At least one entry must fit; where none does but some do not tell, nobody knows.</summary>
    public void RequireItem(string field, Func<JsonElement, bool?> fits, string message)
    {
        if (!Has(field, out var value))
        {
            return;
        }

        var told = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(fits).ToArray() : [];
        if (told.Contains(true))
        {
            return;
        }

        if (told.Contains(null))
        {
            unknown = true;
            return;
        }

        Add(field, message, "object[]");
    }

    public void AddIssue(string field, string message) => issues.Add(new ValidationIssue { Field = field, Message = message });

    public string? Text(string field) =>
        listing.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public decimal? Number(string field) =>
        listing.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    public JobValidation ToValidation() => new()
    {
        PublishReady = gaps.Count + issues.Count > 0 ? false : unknown ? null : true,
        MissingFieldCount = gaps.Count,
        MissingFields = gaps.ToArray(),
        IssueCount = issues.Count,
        Issues = issues.ToArray(),
        Source = ValidationSource.Client,
    };

    private bool Has(string field, out JsonElement value)
    {
        if (listing.TryGetProperty(field, out value))
        {
            return true;
        }

        unknown = true;
        return false;
    }

    private void Add(string field, string message, string type, string[]? allowed = null) => gaps.Add(new MissingField
    {
        Field = field,
        Label = field,
        Message = message,
        Prompt = message,
        Type = type,
        EnumValues = allowed ?? [],
        UpdateKeys = [field],
    });
}
