using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Completion;

/// <summary>Offers the states of Sorce listings.</summary>
internal sealed class ListingStatusCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => ListingFields.Statuses.Select(status => new Candidate(status));
}
