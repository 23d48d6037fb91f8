using System.Text.Json;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Journal;

/// <summary>What a journal says was done to which job, with the values before and after.</summary>
internal sealed class JournalHistory
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, Entry> byRow = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);

    private JournalHistory()
    {
    }

    /// <summary>The rows in the order in which they were first sent.</summary>
    public IReadOnlyList<Entry> All => entries;

    /// <summary>By service, the hash of the credential.</summary>
    public IReadOnlyDictionary<string, string> Accounts => accounts;

    /// <summary>Reads a journal, also one that is being written.</summary>
    /// <exception cref="JobDraftsApiException">It is no journal of this version, or cannot be read.</exception>
    public static JournalHistory Read(string path)
    {
        var found = new JournalHistory();
        try
        {
            using var scan = new JournalScan(path);
            var any = false;
            while (scan.Next() is { } line)
            {
                any = true;
                found.Take(line);
            }

            return any ? found : throw new InvalidDataException("it is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw LocalErrors.Journal(path, error.Message, "Give the path of a journal that a -JournalPath made.");
        }
    }

    private void Take(JournalLine line)
    {
        if (line is { Type: JournalLine.AccountOf, Service: { } owner, Account: { } account })
        {
            accounts[owner] = account;
        }

        if (line.Row is not { } row)
        {
            return;
        }

        if (!byRow.TryGetValue(row, out var entry))
        {
            byRow[row] = entry = new Entry();
            entries.Add(entry);
        }

        entry.Take(line);
    }

    /// <summary>One row.</summary>
    internal sealed class Entry
    {
        public int? Number { get; private set; }

        public JobService Service { get; private set; }

        public string Operation { get; private set; } = string.Empty;

        public string? ProjectId { get; private set; }

        public string? JobId { get; private set; }

        /// <summary>What came of it; null while that is not known.</summary>
        public CallOutcome? Outcome { get; private set; }

        public JsonElement? Before { get; private set; }

        public JsonElement? After { get; private set; }

        public void Take(JournalLine line)
        {
            Number = line.Number ?? Number;
            Service = Enum.TryParse<JobService>(line.Service, out var service) ? service : Service;
            Operation = line.Operation ?? Operation;
            ProjectId = line.ProjectId ?? ProjectId;
            JobId = line.JobId ?? JobId ?? line.AnsweredId;
            if (line.Type == JournalLine.Intent)
            {
                // A second try of the row sees what the first one may have written: the earliest values are those to go back to.
                Before ??= line.Before;
                After = Outcome == CallOutcome.Applied ? After ?? line.After : line.After;
                Outcome = Outcome == CallOutcome.Applied ? Outcome : null;
            }
            else if (line.KnownOutcome is { } outcome && Outcome != CallOutcome.Applied)
            {
                Outcome = outcome;
            }
        }
    }
}
