namespace JobDraftsPS.Core.OpenTrain;

/// <summary>One page of a list.</summary>
/// <param name="Items">The records, in the service's order.</param>
/// <param name="NextCursor">The place where the next page begins; null for the last one.</param>
internal sealed record JobListPage(IReadOnlyList<object> Items, string? NextCursor);
