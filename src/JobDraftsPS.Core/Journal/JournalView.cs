using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>Reads journals for people: what became of each row, and of the whole. Several journals read as one.</summary>
public sealed class JournalView
{
    private readonly List<RowView> rows = [];
    private readonly List<string> commands = [];
    private readonly List<string> paths = [];
    private bool allEnded = true;
    private bool allDone = true;

    /// <summary>True when a file ended in the middle of a line; that line is left out.</summary>
    public bool WasTorn { get; private set; }

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
            paths.Add(path);
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
            : !allEnded ? RunOutcome.Stopped
            : applied == rows.Count && allDone ? RunOutcome.Applied
            : applied == 0 ? RunOutcome.Failed
            : RunOutcome.Partial;
        return new JobDraftRunSummary
        {
            Outcome = outcome,
            Command = commands.Distinct().ToArray(),
            Rows = rows.Count,
            Applied = applied,
            Refused = outcomes.Count(found => found == CallOutcome.Refused),
            NotSent = outcomes.Count(found => found == CallOutcome.NotSent),
            Unknown = outcomes.Count(found => found == CallOutcome.Unknown),
            StartedAt = StartedAt,
            LastAt = LastAt,
            ResumeWith = outcome is RunOutcome.Applied or RunOutcome.NoChange
                ? null
                : $"Run {string.Join(" and ", commands.Distinct())} again with the same input and -JournalPath {string.Join(", ", paths.Select(path => $"'{path.Replace("'", "''")}'"))}.",
            Journal = paths.ToArray(),
        };
    }

    private void Read(string path, JournalScan scan)
    {
        var byKey = new Dictionary<string, RowView>(StringComparer.Ordinal);
        var ended = false;
        var failed = 0;
        var first = true;
        while (scan.Next() is { } line)
        {
            if (first && (line.Type != JournalLine.Run || line.Version != RunJournal.Version))
            {
                throw new InvalidDataException(line.Type != JournalLine.Run ? "it is no journal" : $"it has version {line.Version}, and this module reads version {RunJournal.Version}");
            }

            first = false;
            StartedAt = StartedAt is { } began && began < line.At ? began : line.At;
            LastAt = LastAt is { } last && last > line.At ? last : line.At;
            ended = line.Type == JournalLine.End;
            failed = line.Failed ?? 0;
            if (line is { Type: JournalLine.Run, Command: { } command })
            {
                commands.Add(command);
            }

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

        allEnded &= ended;
        allDone &= failed == 0;
    }

    private sealed class RowView(string path)
    {
        private JournalLine about = new();
        private JournalLine? reply;
        private DateTimeOffset? sentAt;
        private JsonElement? after;

        public CallOutcome Outcome => reply?.Outcome is { } word && Enum.TryParse<CallOutcome>(word, out var outcome) ? outcome : CallOutcome.Unknown;

        public void Take(JournalLine line)
        {
            switch (line.Type)
            {
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
