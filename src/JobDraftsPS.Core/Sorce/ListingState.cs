using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>A listing as it was read, to compare an edit with. Keeps apart what was null and what the answer left out.</summary>
public sealed class ListingState : IOfJob
{
    internal ListingState(JobListing listing, JsonElement raw)
    {
        Listing = listing;
        Raw = raw;
    }

    /// <summary>The listing.</summary>
    public JobListing Listing { get; }

    internal JsonElement Raw { get; }

    string IOfJob.JobId => Listing.JobId;

    /// <summary>The state that a record shows: its sets, and what locks them. Other fields speak for nobody, because a record does not tell null from left out.</summary>
    internal static ListingState Of(JobListing listing)
    {
        var members = new Dictionary<string, object?> { ["id"] = listing.JobId, ["title"] = listing.Title, ["status"] = listing.Status };
        foreach (var (set, items) in new (string Set, IEnumerable<object>? Items)[]
        {
            (SorceValues.Locations, listing.Locations),
            (SorceValues.Qualifications, listing.Qualifications),
            (SorceValues.Questions, listing.Questions),
            (SorceValues.Budgets, listing.Budgets),
        })
        {
            if (items is not null)
            {
                members[set] = items.Select(item => ListingItems.Members(item)!.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal)).ToArray();
            }
        }

        return new ListingState(listing, JsonText.TryParse(Encoding.UTF8.GetBytes(PlainJson.Write(members)))!.Value);
    }

    /// <summary>The entries of a set as the service sent them; null when the answer left them out.</summary>
    internal IReadOnlyList<JsonElement>? Entries(string set) =>
        Raw.TryGetProperty(set, out var entries) && entries.ValueKind == JsonValueKind.Array && entries.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object)
            ? [.. entries.EnumerateArray()]
            : null;
}
