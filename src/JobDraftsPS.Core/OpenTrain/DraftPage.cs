namespace JobDraftsPS.Core.OpenTrain;

/// <summary>One page of the account's drafts.</summary>
/// <param name="Items">The drafts, newest first.</param>
/// <param name="NextCursor">Leads to the next page; null for the last one.</param>
internal sealed record DraftPage(IReadOnlyList<JobDraft> Items, string? NextCursor);
