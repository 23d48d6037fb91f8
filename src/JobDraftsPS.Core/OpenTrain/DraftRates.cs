using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>The three rates of a job, of which its payment type uses one.</summary>
public static class DraftRates
{
    private static readonly string[] Rates = ["pricePerHour", "pricePerLabel", "fixedPrice"];

    /// <summary>What is odd about the rates of an edit; null when nothing is.</summary>
    public static string? Remark(IReadOnlyList<FieldChange> changes)
    {
        var given = changes.Where(change => change.Value is not null && Rates.Contains(change.Field)).Select(change => change.Field).ToArray();
        return given.Length == Rates.Length ? $"{string.Join(", ", given)} are given at once; a job is paid by one of them, the one of its paymentType. All are sent." : null;
    }
}
