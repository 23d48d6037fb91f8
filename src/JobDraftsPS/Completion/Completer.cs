using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace JobDraftsPS.Completion;

/// <summary>
/// Offers values while a command line is typed. It asks no service and waits for none, fails never, and takes the engine's own offer of
/// file names away: an empty answer says that there is nothing to offer, where none at all would bring the files.
/// </summary>
internal abstract class Completer : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var typed = ArgumentText.Read(wordToComplete, out var quote);
            return Offer(new CompletionRequest(parameterName, fakeBoundParameters))
                .Where(candidate => candidate.Text.Length > 0 && candidate.BeginsWith(typed))
                .Select(candidate => candidate.ToResult(quote))
                .ToArray();
        }
        catch (Exception)
        {
            // Whoever is typing can do nothing about it.
            return [];
        }
    }

    /// <summary>All values that may be meant, in the order in which they are offered.</summary>
    protected abstract IEnumerable<Candidate> Offer(CompletionRequest request);
}
