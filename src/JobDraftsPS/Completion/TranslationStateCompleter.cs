using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Completion;

/// <summary>Offers the states of TEXTKING jobs.</summary>
internal sealed class TranslationStateCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => TranslationJobStates.All.Select(state => new Candidate(state));
}
