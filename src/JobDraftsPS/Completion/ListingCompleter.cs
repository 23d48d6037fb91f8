namespace JobDraftsPS.Completion;

/// <summary>Offers the Sorce listings that this runspace has seen, by id or title.</summary>
internal sealed class ListingCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => CompletionCache.Current?.Jobs(JobService.Sorce) ?? [];
}
