using System.Text.Json;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Calls;

/// <summary>
/// What a run knows of the lists that its creates add to: what was there before the first of them, and which entry is whose. With it a
/// create whose reply was lost finds its own entry among the new ones, and nobody else's.
/// </summary>
public sealed class CreateLedger
{
    private readonly ICreateJournal? journal;
    private readonly Dictionary<string, KnownList> lists = new(StringComparer.Ordinal);

    /// <summary>Creates a ledger.</summary>
    /// <param name="journal">Where it is kept, so that a later run has it too; null to keep it for this run alone.</param>
    public CreateLedger(ICreateJournal? journal = null) => this.journal = journal;

    /// <summary>Takes the list before the first create adds to it, and ends when that is written down.</summary>
    /// <exception cref="JobDraftsApiException">The list could not be read or kept; the create must not be sent.</exception>
    internal async Task RememberAsync(CreateLookup entries, JobService service, string account, CallContext context)
    {
        var list = ListOf(entries);
        await list.Turn.WaitAsync(context.Cancellation).ConfigureAwait(false);
        try
        {
            if (list.Before is null)
            {
                var ids = (await entries.ListAsync(context).ConfigureAwait(false)).Entries.Select(entries.IdOf).OfType<string>().ToArray();
                if (journal is not null)
                {
                    await journal.WriteKnownAsync(service, account, entries.Scope, ids).ConfigureAwait(false);
                }

                list.Before = new HashSet<string>(ids, entries.Ids);
            }
        }
        finally
        {
            list.Turn.Release();
        }
    }

    /// <summary>The entry that a create made whose reply was lost; null when there is certainly none.</summary>
    /// <exception cref="JobDraftsApiException">The list could not be read, does not prove that the entry is missing, or has several entries that could be it.</exception>
    internal async Task<JsonElement?> FindAsync(CreateLookup entries, CallContext context)
    {
        var list = ListOf(entries);
        if (list.Before is not { } before)
        {
            throw LocalErrors.NobodyLooked(entries.Scope);
        }

        var now = await entries.ListAsync(context).ConfigureAwait(false);
        lock (list.Taken)
        {
            var found = now.Entries.Where(entry => entries.IdOf(entry) is { } id && !before.Contains(id) && !list.Taken.Contains(id) && entries.Matches(entry)).ToArray();
            return found.Length switch
            {
                0 when entries.MayRepeat && (now.IsWhole || ReachesTheNewest(now.Entries, entries, before, list.Taken)) => null,
                0 => throw LocalErrors.ListMayBeCut(entries.Scope),
                1 => found[0],
                _ => throw LocalErrors.SeveralMatch(entries.Scope, found.Select(entry => entries.IdOf(entry)!).ToArray()),
            };
        }
    }

    /// <summary>
    /// True where the list itself shows that its newest entries come first: one that this work has made stands before one that is
    /// older. Then a missing entry would have to stand between them. In any other order the list may end before it.
    /// </summary>
    private static bool ReachesTheNewest(IReadOnlyList<JsonElement> now, CreateLookup entries, HashSet<string> before, HashSet<string> made)
    {
        var ids = now.Select(entries.IdOf).ToList();
        var newer = ids.FindIndex(id => id is not null && made.Contains(id) && !before.Contains(id));
        return newer >= 0 && ids.FindIndex(id => id is not null && before.Contains(id)) > newer;
    }

    /// <summary>An entry has its row, so it is nobody else's.</summary>
    internal void Take(CreateLookup entries, JsonElement answer)
    {
        if (entries.IdOf(answer) is { } id)
        {
            var list = ListOf(entries);
            lock (list.Taken)
            {
                list.Taken.Add(id);
            }
        }
    }

    private KnownList ListOf(CreateLookup entries)
    {
        lock (lists)
        {
            if (!lists.TryGetValue(entries.Scope, out var list))
            {
                var kept = journal?.KnownBefore(entries.Scope);
                lists[entries.Scope] = list = new KnownList(kept is null ? null : new HashSet<string>(kept, entries.Ids), new HashSet<string>(journal?.Created ?? [], entries.Ids));
            }

            return list;
        }
    }

    private sealed class KnownList(HashSet<string>? before, HashSet<string> taken)
    {
        /// <summary>One row takes the list, the others wait for it.</summary>
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The ids before the first create; null until they were read.</summary>
        public HashSet<string>? Before { get; set; } = before;

        /// <summary>The ids that rows of this work have.</summary>
        public HashSet<string> Taken { get; } = taken;
    }
}
