namespace JobDraftsPS.Core.Sorce;

/// <summary>A part of the list of listings.</summary>
/// <param name="States">The listings, in the service's order.</param>
/// <param name="NextCursor">Names the next part; null for the last one.</param>
/// <param name="IsWhole">True where the service says that nothing follows. No page of the documentation says so of a list without a mark.</param>
/// <param name="IsCut">True when the service says that there is more, and it is not asked for.</param>
internal sealed record ListingPage(IReadOnlyList<ListingState> States, string? NextCursor, bool IsCut, bool IsWhole);
