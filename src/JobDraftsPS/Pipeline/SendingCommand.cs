using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Bulk;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Pipeline;

/// <summary>
/// A cmdlet that changes jobs, one a row: reads the row, checks it, asks, sends side by side, and writes results in the order of the
/// input. Prompts and streams are used on the pipeline thread only; workers never touch the cmdlet.
/// </summary>
public abstract partial class SendingCommand : ServiceCommand
{
    private protected const string ByInput = "Input";
    private protected const string ById = "Id";
    private const string JournalError = "JobDrafts.Journal";
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(250);

    private readonly TokenRefusals tokens = new();
    private Pump<RowResult>? pump;
    private RunJournal? journal;
    private CreateLedger ledger = null!;
    private RunProgress progress = null!;
    private int rows;
    private int refusedRows;
    private int passedRows;
    private bool wasStopped;

    /// <summary>How many jobs are worked on at once; 1 means strictly one after the other.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>A file that remembers what was sent and what came of it: the same command with the same journal does only what is left.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Goes on with a journal whose work is complete: done rows are written again, rows that it does not have are done.</summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>The longest that a row waits for a quota, in seconds; a row that would wait longer is not sent.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxWaitSec { get; set; } = 300;

    /// <summary>True where each row has its result before the next one is looked at.</summary>
    private protected virtual bool OneByOne => ThrottleLimit == 1;

    /// <summary>True where a row may need more than one call: <see cref="Follow"/> is asked after each.</summary>
    private protected virtual bool Follows => false;

    private protected override TimeSpan? LongestWait => TimeSpan.FromSeconds(MaxWaitSec);

    /// <summary>What is to be done for a row; null when there is nothing to do. Sends nothing itself.</summary>
    /// <param name="row">The row.</param>
    /// <param name="present">What <see cref="ReadAhead"/> brought; null where nothing is read.</param>
    /// <exception cref="JobDraftsApiException">The row is wrong.</exception>
    private protected abstract Submission? Prepare(Row row, object? present);

    /// <summary>The present values that must be known before the user can be asked; null for most commands. Read side by side, ahead.</summary>
    /// <exception cref="JobDraftsApiException">The row is wrong.</exception>
    private protected virtual SnapshotRead? ReadAhead(Row row) => null;

    /// <summary>True for a command that learns from its input which plan its journal belongs to.</summary>
    private protected virtual bool OpensJournalLater => false;

    /// <summary>What the journal knows of the rows by their places; empty without one.</summary>
    private protected IReadOnlyDictionary<int, JournalRowState> JournalStates() => journal?.ByNumber() ?? new Dictionary<int, JournalRowState>();

    /// <summary>Rows that this run leaves for another, so that its journal does not count as complete.</summary>
    private protected virtual int RowsLeft => 0;

    /// <summary>The file of the plan that the command applies; null where there is none.</summary>
    private protected virtual string? PlanPath => null;

    /// <summary>When the quota that rows wait for is free again; null where none waits.</summary>
    private protected DateTimeOffset? ContinueAt { get; private set; }

    /// <summary>The row's next call, asked on the pipeline thread once there is a result; null when the row has come to its end. The row keeps its place.</summary>
    /// <exception cref="JobDraftsApiException">The row ends with this error.</exception>
    private protected virtual Submission? Follow(RowResult result) => null;

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        progress = new RunProgress(this);
        base.BeginProcessing();
        if (!OpensJournalLater)
        {
            OpenJournal(null);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        TakeRead(everything: true);
        Drain(everything: true, inputEnded: true);
        journal?.WriteEnd(progress.Done, progress.Failed + RowsLeft, ContinueAt);
        progress.Complete();
    }

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        // At once, and not when the pipeline thread looks up: a later command may keep it busy.
        wasStopped = true;
        base.StopProcessing();
        pump?.Cancel();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            // What is under way ends at once when cancelled; its last word still belongs into the journal.
            reads?.Dispose();
            pump?.Cancel();
            pump?.WaitForBegun(StopGrace);
            TellStop();
            pump?.Dispose();
            journal?.Dispose();
        }
    }

    /// <summary>Ends the command with an error, after what was sent before has had its say.</summary>
    private protected void FinishAndTerminate(JobDraftsApiException error, object source)
    {
        Drain(everything: true);
        progress.Complete();
        Terminate(error, source);
    }

    /// <summary>Takes one piped object.</summary>
    private protected void Accept(PSObject input)
    {
        var number = ++rows;
        Accept(input, number, () => Read(input, number));
    }

    /// <summary>Takes the jobs that the command line names.</summary>
    private protected void Accept(string[] jobIds) => Array.ForEach(jobIds, id => Accept(id, () => new Row(null, id) { JobId = id.Trim() }));

    /// <summary>Takes something that the command line names.</summary>
    private protected void Accept(object source, Func<Row> read) => Accept(source, null, read);

    /// <summary>Reads one piped object.</summary>
    /// <exception cref="JobDraftsApiException">It is none that this command takes.</exception>
    private protected virtual Row Read(PSObject input, int number) => RowReader.Read(input, number);

    /// <summary>Opens the journal, where one is asked for.</summary>
    /// <param name="plan">The hash of the plan that it belongs to; null for the command alone.</param>
    private protected void OpenJournal(string? plan)
    {
        try
        {
            if (JournalPath is null && Resume)
            {
                throw LocalErrors.ResumeNeedsJournal();
            }

            journal = JournalPath is null ? null : RunJournal.Open(FilePath.Resolve(SessionState, JournalPath), MyInvocation.MyCommand.Name, Resume, plan, PlanPath);
            ledger = new CreateLedger(journal);
            if (journal is { WasTorn: true })
            {
                WriteWarning($"The last line of the journal '{JournalPath}' was cut off when an earlier run ended; it is left out.");
            }
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, JournalPath);
        }
    }

    /// <summary>Takes one row.</summary>
    private protected void Accept(object source, int? number, Func<Row> read)
    {
        ThrowIfStopping();
        try
        {
            var row = read();
            if (ReadAhead(row) is { } present)
            {
                PostRead(row, present);
            }
            else if (Prepare(row, null) is { } submission)
            {
                Take(row, submission);
            }
        }
        catch (JobDraftsApiException refused)
        {
            // Rows before this one that are still being read come first.
            TakeRead(everything: true);
            Refuse(refused, source, number);
        }

        TakeRead(everything: OneByOne);
        Drain(everything: OneByOne);
    }

    /// <summary>Remembers until when a row waits for its quota; of several rows the last one tells when all of them can go on.</summary>
    private protected void WaitsUntil(DateTimeOffset? moment) => ContinueAt = moment is null || moment < ContinueAt ? ContinueAt : moment;

    /// <summary>A row that needs no call takes its place among the results.</summary>
    private protected void Pass(Row row, object record)
    {
        pump ??= new Pump<RowResult>(ThrottleLimit);
        pump.Post(RowResult.Of(row, record), $"passed row {++passedRows}", _ => Task.CompletedTask);
    }

    /// <summary>The error of a row that is not sent takes its place among the results.</summary>
    private void Refuse(JobDraftsApiException refused, object source, int? number)
    {
        if (EndsRun(refused))
        {
            // What was sent before this row comes first, so that the stop leaves nothing without its result.
            Drain(everything: true);
            WriteFailure(refused, source, number);
            return;
        }

        // Waiting here for the rows before it would send a sheet with many wrong rows one by one.
        pump ??= new Pump<RowResult>(ThrottleLimit);
        pump.Post(RowResult.Refused(new Row(number, source), refused), $"refused row {++refusedRows}", _ => Task.CompletedTask);
    }

    /// <summary>True when an error that a row meets here ends the command.</summary>
    private protected virtual bool EndsRun(JobDraftsApiException refused)
    {
        var preference = MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given) ? given : GetVariableValue("ErrorActionPreference");
        return refused.ErrorId == JournalError || preference is not (ActionPreference.Continue or ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
