namespace JobDraftsPS.Core.OpenTrain;

/// <summary>One answer of changes.</summary>
/// <param name="Changes">The latest event of each job.</param>
/// <param name="Until">Until when the service looked.</param>
internal sealed record ChangePage(IReadOnlyList<PublishedJobChange> Changes, DateTimeOffset Until);
