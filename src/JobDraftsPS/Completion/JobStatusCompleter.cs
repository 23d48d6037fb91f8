using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Completion;

/// <summary>Offers the states of OpenTrain jobs.</summary>
internal sealed class JobStatusCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => JobStatuses.All.Select(status => new Candidate(status));
}
