using System.Text.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>A listing as it was read, to compare an edit with. Keeps apart what was null and what the answer left out.</summary>
public sealed class ListingState
{
    internal ListingState(JobListing listing, JsonElement raw)
    {
        Listing = listing;
        Raw = raw;
    }

    /// <summary>The listing.</summary>
    public JobListing Listing { get; }

    internal JsonElement Raw { get; }

    /// <summary>The entries of a set as the service sent them; null when the answer left them out.</summary>
    internal IReadOnlyList<JsonElement>? Entries(string set) =>
        Raw.TryGetProperty(set, out var entries) && entries.ValueKind == JsonValueKind.Array && entries.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object)
            ? [.. entries.EnumerateArray()]
            : null;
}
