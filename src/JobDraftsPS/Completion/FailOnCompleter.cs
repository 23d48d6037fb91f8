namespace JobDraftsPS.Completion;

/// <summary>Offers the words that say when failed rows make the command fail; a percentage is typed.</summary>
internal sealed class FailOnCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request) => [new Candidate("Any"), new Candidate("None")];
}
