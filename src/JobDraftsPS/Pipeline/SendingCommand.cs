using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Bulk;
using JobDraftsPS.Errors;

namespace JobDraftsPS.Pipeline;

/// <summary>
/// A cmdlet that changes jobs, one a row: reads the row, checks it, asks, sends side by side, and writes results in the order of the
/// input. Prompts and streams are used on the pipeline thread only; workers never touch the cmdlet.
/// </summary>
public abstract class SendingCommand : ServiceCommand
{
    private protected const string ByInput = "Input";
    private protected const string ById = "Id";
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    private Pump<RowResult>? pump;
    private int rows;

    /// <summary>How many jobs are worked on at once; 1 means strictly one after the other.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>What is to be done for a row; null when there is nothing to do. Sends nothing itself.</summary>
    /// <exception cref="JobDraftsApiException">The row is wrong.</exception>
    private protected abstract Submission? Prepare(Row row);

    /// <summary>Ends the command with an error, after what was sent before has had its say.</summary>
    private protected void FinishAndTerminate(JobDraftsApiException error, object source)
    {
        Drain(everything: true);
        Terminate(error, source);
    }

    /// <inheritdoc />
    protected override void EndProcessing() => Drain(everything: true);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pump?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Takes one piped object.</summary>
    private protected void Accept(PSObject input)
    {
        var number = ++rows;
        Accept(input, number, () => Read(input, number));
    }

    /// <summary>Takes something that the command line names.</summary>
    private protected void Accept(object source, Func<Row> read) => Accept(source, null, read);

    /// <summary>Reads one piped object.</summary>
    /// <exception cref="JobDraftsApiException">It is none that this command takes.</exception>
    private protected virtual Row Read(PSObject input, int number) => RowReader.Read(input, number);

    private void Accept(object source, int? number, Func<Row> read)
    {
        ThrowIfStopping();
        try
        {
            var row = read();
            if (Prepare(row) is { } submission && Confirm(submission.Target, submission.Action))
            {
                Post(row, submission);
            }
        }
        catch (JobDraftsApiException refused)
        {
            // What was sent before this row comes first, so that a stop here leaves nothing without its result.
            Drain(everything: true);
            WriteFailure(refused, source, number);
        }

        Drain(everything: ThrottleLimit == 1);
    }

    private void Post(Row row, Submission submission)
    {
        pump ??= new Pump<RowResult>(ThrottleLimit);
        var result = new RowResult(row, submission.Target);
        pump.Post(result, submission.Key, async cancellation =>
        {
            try
            {
                result.Record = await submission.Call(result.Log, cancellation).ConfigureAwait(false);
            }
            catch (JobDraftsApiException failure)
            {
                result.Error = failure;
            }
        });
    }

    /// <summary>Writes what has ended, in order; waits where everything is asked for or the window is full.</summary>
    private void Drain(bool everything)
    {
        while (pump is { IsEmpty: false })
        {
            ThrowIfStopping();
            var mustWait = everything || pump.IsFull;
            if (pump.TryTake(mustWait ? Slice : TimeSpan.Zero, out var result))
            {
                Write(result);
            }
            else if (!mustWait)
            {
                return;
            }
        }
    }

    private void Write(RowResult result)
    {
        Write(result.Log);
        if (result.Record is { } record)
        {
            WriteObject(RecordOutput.WithNotes(record));
        }

        if (result.Error is { } error)
        {
            WriteFailure(error, result.Row.Source, result.Row.Number);
        }
    }

    private void WriteFailure(JobDraftsApiException error, object source, int? number)
    {
        try
        {
            WriteError(error.ToErrorRecord(source, number));
        }
        catch (Exception) when (pump is { IsEmpty: false })
        {
            // The error ends the pipeline: what has not begun must not begin, and what has begun is named while there is a voice.
            pump.Cancel();
            TellWhatWasSent(pump);
            throw;
        }
    }

    private void TellWhatWasSent(Pump<RowResult> stopped)
    {
        var sent = stopped.Items.Where(item => item.State != PumpState.Waiting).Select(item => item.Subject.Target).ToArray();
        if (sent.Length > 0)
        {
            WriteWarning($"The error ended the run. These had been sent already and their result is not shown: {string.Join(", ", sent)}.");
        }
    }
}
