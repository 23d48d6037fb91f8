using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>
/// The titles of the account's drafts, read page by page as far as they are needed. A title is the one value of a draft that can be
/// read back, so it is the one that can be written without changing anything.
/// </summary>
public sealed class DraftTitles
{
    private readonly Dictionary<string, string?> titles = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private Task turn = Task.CompletedTask;
    private Func<CallContext, Task<ReadPage>>? next;

    /// <summary>Creates the list; nothing is sent.</summary>
    public DraftTitles(OpenTrainClient client) => next = context => client.ReadDraftsAsync(null, context);

    /// <summary>The title of a draft.</summary>
    /// <exception cref="JobDraftsApiException">There is no such draft, it has no title, or the list could not be read.</exception>
    public Task<string> FindAsync(string jobId, CallContext context)
    {
        lock (gate)
        {
            var found = FindAfterAsync(turn, jobId, context);
            turn = found;
            return found;
        }
    }

    private async Task<string> FindAfterAsync(Task before, string jobId, CallContext context)
    {
        // Whether the row before found its draft is that row's affair; what it read is of use here.
        await Task.WhenAny(before).ConfigureAwait(false);
        string? title;
        while (!titles.TryGetValue(jobId, out title))
        {
            if (next is null)
            {
                throw LocalErrors.NoSuchDraft(jobId);
            }

            // The way onwards is kept only when the page was read, so that a failed read can be tried again by the next row.
            var page = await next(context).ConfigureAwait(false);
            next = page.Next;
            foreach (var draft in page.Items.OfType<JobDraft>())
            {
                titles[draft.JobId] = draft.Title;
            }
        }

        return string.IsNullOrWhiteSpace(title) ? throw LocalErrors.NothingToWriteBack(jobId) : title!;
    }
}
