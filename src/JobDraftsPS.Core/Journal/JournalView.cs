using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>Reads journals for people: what became of each row, and of the whole. Several journals read as one.</summary>
public sealed class JournalView
{
    private readonly List<RowView> rows = [];
    private readonly List<Journal> journals = [];

    /// <summary>True when a file ended in the middle of a line; that line is left out.</summary>
    public bool WasTorn { get; private set; }

    /// <summary>True once a journal was read.</summary>
    public bool HasJournal => journals.Count > 0;

    private DateTimeOffset? StartedAt { get; set; }

    private DateTimeOffset? LastAt { get; set; }

    /// <summary>Reads a journal, also one that is being written.</summary>
    /// <exception cref="JobDraftsApiException">It is no journal of this version, or cannot be read.</exception>
    public void Add(string path)
    {
        try
        {
            using var scan = new JournalScan(path);
            Read(path, scan);
            WasTorn |= scan.IsTorn;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw LocalErrors.Journal(path, error.Message, "Give the path of a journal that a -JournalPath made.");
        }
    }

    /// <summary>One result a row, in the order in which they were first sent.</summary>
    public IEnumerable<JobDraftResult> Results() => rows.Select(row => row.ToResult());

    /// <summary>The whole in one object.</summary>
    public JobDraftRunSummary Summarize()
    {
        var outcomes = rows.Select(row => row.Outcome).ToArray();
        var applied = outcomes.Count(outcome => outcome == CallOutcome.Applied);
        var outcome = rows.Count == 0 ? RunOutcome.NoChange
            : journals.Exists(journal => !journal.Ended) ? RunOutcome.Stopped
            : applied == rows.Count && journals.TrueForAll(journal => journal.IsDone) ? RunOutcome.Applied
            : applied == 0 ? RunOutcome.Failed
            : RunOutcome.Partial;
        var left = journals.FindAll(journal => !journal.IsDone);
        var continueAt = left.Max(journal => journal.ContinueAt);
        var commands = journals.Select(journal => journal.Command).Distinct().ToArray();
        return new JobDraftRunSummary
        {
            Outcome = outcome,
            Command = commands,
            Rows = rows.Count,
            Applied = applied,
            Refused = outcomes.Count(found => found == CallOutcome.Refused),
            NotSent = outcomes.Count(found => found == CallOutcome.NotSent),
            Unknown = outcomes.Count(found => found == CallOutcome.Unknown),
            ContinueAt = continueAt,
            StartedAt = StartedAt,
            LastAt = LastAt,
            ResumeWith = left.Count == 0 || outcome == RunOutcome.NoChange ? null : ResumeAdvice.Again(left.Select(journal => journal.CommandLine), left.TrueForAll(journal => journal.IsPlan), continueAt),
            Journal = journals.Select(journal => journal.Path).ToArray(),
        };
    }

    private void Read(string path, JournalScan scan)
    {
        var byKey = new Dictionary<string, RowView>(StringComparer.Ordinal);
        var journal = new Journal(path);
        var first = true;
        while (scan.Next() is { } line)
        {
            first = false;
            StartedAt = StartedAt is { } began && began < line.At ? began : line.At;
            LastAt = LastAt is { } last && last > line.At ? last : line.At;
            journal.Take(line);
            if (line.Row is { } key)
            {
                if (!byKey.TryGetValue(key, out var row))
                {
                    byKey[key] = row = new RowView(path);
                    rows.Add(row);
                }

                row.Take(line);
            }
        }

        if (first)
        {
            throw new InvalidDataException("it is empty");
        }

        journals.Add(journal);
    }

    /// <summary>One of the files: whose it is, and how far its last run came.</summary>
    private sealed class Journal(string path)
    {
        private string? planFile;

        public string Path { get; } = path;

        public string Command { get; private set; } = string.Empty;

        public bool IsPlan { get; private set; }

        public bool Ended { get; private set; }

        public bool IsDone { get; private set; }

        public DateTimeOffset? ContinueAt { get; private set; }

        public string CommandLine => ResumeAdvice.CommandLine(Command, planFile, Path);

        public void Take(JournalLine line)
        {
            Ended = line.Type == JournalLine.End;
            IsDone = Ended && line.Failed is null or 0;
            ContinueAt = line.ContinueAt;
            if (line.Type == JournalLine.Run)
            {
                Command = line.Command ?? Command;
                IsPlan = line.Plan is not null;
                planFile = line.PlanFile ?? planFile;
            }
        }
    }

    private sealed class RowView(string path)
    {
        private JournalLine about = new();
        private JournalLine? reply;
        private DateTimeOffset? sentAt;
        private JsonElement? after;

        public CallOutcome Outcome => reply?.KnownOutcome ?? CallOutcome.Unknown;

        public void Take(JournalLine line)
        {
            switch (line.Type)
            {
                case JournalLine.Intent or JournalLine.Reply or JournalLine.ReconciledReply when Outcome == CallOutcome.Applied:
                    // What was done stays done.
                    break;
                case JournalLine.Intent:
                    about = line;
                    after = line.After;
                    sentAt = line.At;
                    reply = null;
                    break;
                case JournalLine.Reply or JournalLine.ReconciledReply:
                    about = about.Service is null ? line : about;
                    reply = line;
                    break;
            }
        }

        public JobDraftResult ToResult() => new()
        {
            Row = about.Number,
            Service = Enum.TryParse<JobService>(about.Service, out var service) ? service : default,
            Operation = about.Operation,
            ProjectId = about.ProjectId,
            JobId = about.JobId ?? reply?.AnsweredId,
            Outcome = Outcome,
            Code = reply?.Code,
            Message = reply is null ? "It was sent, and no reply was written down; the next run looks it up." : reply.Message,
            RequestId = reply?.RequestId,
            Attempts = reply?.Attempts ?? 1,
            DurationMs = reply is { } ended && sentAt is { } began ? (long)(ended.At - began).TotalMilliseconds : null,
            Changes = after is { } body ? PlainJson.Read(body) : null,
            Journal = path,
        };
    }
}
