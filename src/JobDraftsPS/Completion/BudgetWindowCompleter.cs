using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Completion;

/// <summary>Offers the windows that a spending cap can be for.</summary>
internal sealed class BudgetWindowCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => ListingFields.BudgetWindows.Select(window => new Candidate(window));
}
