using System.Globalization;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>
/// What a run has sent and what came of it, on disk before it happens, so that a killed run can go on without doing anything twice.
/// One process writes a journal at a time; anyone may read it meanwhile.
/// </summary>
public sealed partial class RunJournal : ICreateJournal, IDisposable
{
    /// <summary>The version of the format that this module writes and reads.</summary>
    public const int Version = 1;

    private readonly string path;
    private readonly string command;
    private readonly string? plan;
    private readonly string? planFile;
    private readonly LockedFile file;
    private readonly Dictionary<string, JournalRow> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> known = new(StringComparer.Ordinal);
    private readonly List<string> created = [];
    private readonly object gate = new();
    private long end;
    private JournalChain chain = new();
    private JournalWriter? writer;
    private bool isClosed;
    private bool isComplete;
    private int left;

    private RunJournal(string path, string command, string? plan, string? planFile, LockedFile file)
    {
        this.path = path;
        this.command = command;
        this.plan = plan;
        this.planFile = planFile;
        this.file = file;
    }

    /// <summary>True when the file ended in the middle of a line; that line is left out.</summary>
    public bool WasTorn { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Created => created;

    /// <summary>Opens a journal, new or old. An old one is only read here.</summary>
    /// <param name="path">The file.</param>
    /// <param name="command">The command that the journal belongs to.</param>
    /// <param name="resume">True to accept a journal whose work is complete.</param>
    /// <param name="plan">The hash of the plan that the journal belongs to; null for a command of its own.</param>
    /// <param name="planFile">The file that the plan came from; null where it came from none.</param>
    /// <exception cref="JobDraftsApiException">It is in use, of another kind or version, complete, or cannot be read; it was not changed.</exception>
    public static RunJournal Open(string path, string command, bool resume, string? plan = null, string? planFile = null)
    {
        LockedFile? taken = null;
        try
        {
            if (Directory.Exists(path))
            {
                throw new InvalidDataException("it is a folder");
            }

            taken = LockedFile.TryOpen(path)
                ?? throw LocalErrors.Journal(path, "another run has it open", "Wait for the other run to end, or give each run a journal of its own.");
            var journal = new RunJournal(path, command, plan, planFile, taken);
            journal.Load();

            if (journal.isComplete && !resume && plan is null)
            {
                throw LocalErrors.Journal(path, "its work is already complete", "Take a new journal for new work, or add -Resume to have the results again and do what the journal does not have.");
            }

            PrivateFile.RequirePrivate(taken.Stream);
            taken = null;
            return journal;
        }
        catch (InvalidDataException error)
        {
            throw LocalErrors.Journal(
                path,
                error.Message,
                "If it is the journal of this work, restore it from a copy, or look at the service which rows are done and take them out of the input: with another journal they would be sent again. Take a new journal for new work.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.Journal(path, error.Message, "Make the file writable, or, for work that has not begun, give a path in a folder that can be written.");
        }
        finally
        {
            taken?.Dispose();
        }
    }

    /// <summary>Finds a call among the rows, or enters it.</summary>
    /// <exception cref="JobDraftsApiException">The journal belongs to another account.</exception>
    public JournalRow Claim(JobWrite call, int? number)
    {
        if (accounts.TryGetValue(call.Service.ToString(), out var account) && account != call.Account)
        {
            throw LocalErrors.Journal(path, $"it belongs to another {call.Service} account or token", "Connect with the token that the journal was begun with, or take a new journal for new work.");
        }

        // A plan's row has its place; without a plan rows may come and go, and the n-th of equal ones is the n-th again.
        var identity = RowIdentity.Of(call);
        occurrences[identity] = occurrences.TryGetValue(identity, out var count) ? ++count : count = 1;
        var key = identity + "#" + (plan is null ? count : number ?? count).ToString(CultureInfo.InvariantCulture);
        if (!rows.TryGetValue(key, out var row))
        {
            row = new JournalRow(key);
        }

        row.Number = number;
        left += row.State == JournalRowState.Done ? 0 : 1;
        return row;
    }

    /// <summary>How far earlier runs brought the rows, by their place in the input: a plan's row keeps its place.</summary>
    public IReadOnlyDictionary<int, JournalRowState> ByNumber()
    {
        var found = new Dictionary<int, JournalRowState>();
        foreach (var row in rows.Values.Where(row => row.Number is not null))
        {
            found[row.Number!.Value] = row.State;
        }

        return found;
    }

    /// <summary>The answer that was kept of a row that is done; null when it has none.</summary>
    public string? AnswerOf(JournalRow row)
    {
        using var kept = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        kept.Position = row.AnswerAt;
        using var reader = new StreamReader(kept, Encoding.UTF8);
        var line = JsonSerializer.Deserialize(reader.ReadLine() ?? "{}", JournalJson.Default.JournalLine);
        return line?.Answer?.GetRawText();
    }

    /// <inheritdoc/>
    public IReadOnlyList<string>? KnownBefore(string scope) => known.TryGetValue(scope, out var ids) ? ids : null;

    /// <inheritdoc/>
    public async Task WriteKnownAsync(JobService service, string account, string scope, string[] ids)
    {
        try
        {
            var lines = Begin();
            NameAccount(lines, service, account);
            await lines.AppendAsync(new JournalLine { Type = JournalLine.Known, At = DateTimeOffset.UtcNow, Service = service.ToString(), Scope = scope, Ids = ids }, durable: true).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.JournalStopped(path, error.Message);
        }
    }

    /// <summary>Writes down that a row is about to be sent, and ends when that is on disk.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be written; the row must not be sent.</exception>
    public async Task WriteIntentAsync(JobWrite call, JournalRow row)
    {
        try
        {
            var lines = Begin();
            NameAccount(lines, call.Service, call.Account);
            await lines.AppendAsync(Line(JournalLine.Intent, call, row, line => (line.Before, line.After) = (row.Before is { } before ? Body(before) : null, Body(call.Content))), durable: true).ConfigureAwait(false);
            _ = lines.AppendAsync(new JournalLine { Type = JournalLine.Sent, At = DateTimeOffset.UtcNow, Row = row.Key }, durable: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.JournalStopped(path, error.Message);
        }
    }

    /// <summary>Writes down that a row is done, also where nothing was sent because a look showed it.</summary>
    public void WriteDone(JobWrite call, JournalRow row, CallContext context) => Append(Line(
        context.Reconciled ? JournalLine.ReconciledReply : JournalLine.Reply,
        call,
        row,
        line =>
        {
            line.Outcome = nameof(CallOutcome.Applied);
            line.Attempts = context.Attempts;
            line.Answer = context.Answer;
        }));

    /// <summary>Writes down that a row failed.</summary>
    public void WriteFailed(JobWrite call, JournalRow row, CallContext context, JobDraftsApiException error)
    {
        if (writer is null && !context.HasSent)
        {
            return;
        }

        Append(Line(JournalLine.Reply, call, row, line =>
        {
            line.Outcome = error.Outcome.ToString();
            line.Attempts = context.Attempts;
            line.Status = error.StatusCode == 0 ? null : error.StatusCode;
            line.Code = error.Code ?? error.ErrorId;
            line.Message = error.Message;
            line.RequestId = error.RequestId;
            line.Answer = error.Outcome == CallOutcome.Applied ? context.Answer : null;
        }));
    }

    /// <summary>Writes down that the run has seen all its input. A run that sent nothing does so only to complete a journal whose rows are all done.</summary>
    /// <param name="done">Rows that are done.</param>
    /// <param name="failed">Rows that are not.</param>
    /// <param name="continueAt">When the quota that rows wait for is free again; null where none waits.</param>
    public void WriteEnd(int done, int failed, DateTimeOffset? continueAt = null)
    {
        var completes = !isComplete && left == 0 && rows.Count > 0 && rows.Values.All(row => row.State == JournalRowState.Done);
        if (writer is not null || completes)
        {
            Append(new JournalLine { Type = JournalLine.End, At = DateTimeOffset.UtcNow, Done = done, Failed = failed, ContinueAt = continueAt });
        }
    }

    /// <summary>Writes what waits and lets the journal go.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            writer?.Dispose();
            writer = null;
        }

        file.Dispose();
    }

    /// <summary>The first line of this run goes out with its first row: a run that does nothing leaves no trace.</summary>
    private JournalWriter Begin()
    {
        lock (gate)
        {
            if (isClosed)
            {
                // The run was stopped while this row stood in line.
                throw new OperationCanceledException();
            }

            if (writer is null)
            {
                if (!file.IsStillThere())
                {
                    // Nobody would find again what is written into it.
                    throw new IOException("it was replaced or deleted after this run opened it");
                }

                file.IsKept = true;
                file.Stream.SetLength(end);
                file.Stream.Position = end;
                writer = new JournalWriter(file.Stream, chain);
                _ = writer.AppendAsync(new JournalLine { Type = JournalLine.Run, At = DateTimeOffset.UtcNow, Version = Version, Command = command, Plan = plan, PlanFile = planFile }, durable: false);
            }

            return writer;
        }
    }

    private void NameAccount(JournalWriter lines, JobService owner, string account)
    {
        lock (gate)
        {
            var service = owner.ToString();
            if (!accounts.ContainsKey(service))
            {
                accounts[service] = account;
                _ = lines.AppendAsync(new JournalLine { Type = JournalLine.AccountOf, At = DateTimeOffset.UtcNow, Service = service, Account = account }, durable: false);
            }
        }
    }

    private void Append(JournalLine line)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            try
            {
                _ = Begin().AppendAsync(line, durable: false);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A reply that cannot be written is looked up at the next run, like one that never came.
            }
        }
    }

    private static JournalLine Line(string type, JobWrite call, JournalRow row, Action<JournalLine> fill)
    {
        var line = new JournalLine
        {
            Type = type,
            At = DateTimeOffset.UtcNow,
            Row = row.Key,
            Number = row.Number,
            Service = call.Service.ToString(),
            Operation = call.Operation,
            ProjectId = call.ProjectId,
            JobId = call.JobId,
        };
        fill(line);
        return line;
    }

    private static JsonElement? Body(string json) => JsonText.TryParse(Encoding.UTF8.GetBytes(json));
}
