namespace JobDraftsPS.Core.Sorce;

/// <summary>A part of the list of listings.</summary>
/// <param name="States">The listings, in the service's order.</param>
/// <param name="NextCursor">Names the next part; null for the last one.</param>
internal sealed record ListingPage(IReadOnlyList<ListingState> States, string? NextCursor);
