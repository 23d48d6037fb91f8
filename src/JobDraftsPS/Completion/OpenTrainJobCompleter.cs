namespace JobDraftsPS.Completion;

/// <summary>Offers the OpenTrain jobs that this runspace has seen, by id or title.</summary>
internal sealed class OpenTrainJobCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => CompletionCache.Current?.Jobs(JobService.OpenTrain) ?? [];
}
