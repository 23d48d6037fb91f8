using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Bulk;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Errors;

namespace JobDraftsPS.Pipeline;

/// <summary>
/// A cmdlet that reads, one list or record a row. The first pages of several rows are read side by side, everything comes out in the
/// order of the input, and a long list streams: its next page is read when the one before has been written.
/// </summary>
public abstract class ReadingCommand : ServiceCommand
{
    private protected const string ByInput = "Input";
    private protected const string ById = "Id";
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    private Pump<RowRead>? pump;
    private int rows;
    private int posted;

    /// <summary>How many rows are read at once; 1 means strictly one after the other.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Shows how the reads get on; null for reads that are over at once.</summary>
    private protected virtual RunProgress? Progress => null;

    /// <summary>What is to be read for a row. Reads nothing itself.</summary>
    /// <exception cref="JobDraftsApiException">The row is wrong.</exception>
    private protected abstract Func<CallContext, Task<ReadPage>> Prepare(Row row);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        Drain(everything: true, inputEnded: true);
        Progress?.Complete();
    }

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        base.StopProcessing();
        pump?.Cancel();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            pump?.Dispose();
        }
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

    private void Accept(object source, int? number, Func<Row> read)
    {
        ThrowIfStopping();
        pump ??= new Pump<RowRead>(ThrottleLimit);
        RowRead reading;
        Func<CancellationToken, Task> work;
        try
        {
            var row = read();
            var first = Prepare(row);
            reading = new RowRead(row, LogLevel);
            work = cancellation => reading.RunAsync(async context => await first(context).ConfigureAwait(false), LongestWait, cancellation);
        }
        catch (JobDraftsApiException refused)
        {
            // The error takes its place among the results.
            reading = RowRead.Refused(new Row(number, source), refused);
            work = _ => Task.CompletedTask;
        }

        pump.Post(reading, $"row {++posted}", work);
        Drain(everything: ThrottleLimit == 1);
    }

    /// <summary>Writes what has been read, in order; waits where everything is asked for or the window is full.</summary>
    private void Drain(bool everything, bool inputEnded = false)
    {
        while (pump is { IsEmpty: false })
        {
            ThrowIfStopping();
            var wasFull = !everything && pump.WaitForRoom(Slice);
            if (pump.TryTake(everything ? Slice : TimeSpan.Zero, out var reading))
            {
                Write(reading.Log);
                WritePages(reading);
            }
            else if (!everything && !wasFull)
            {
                return;
            }
            else
            {
                Write(pump.Oldest.Log);
            }

            Progress?.Show(pump.Items.Count, inputEnded, pump.IsEmpty ? null : pump.Oldest.Context);
        }
    }

    private void WritePages(RowRead reading)
    {
        try
        {
            for (var page = (ReadPage?)reading.Found(); page is not null; page = page.Next is { } next ? Await(next) : null)
            {
                foreach (var item in page.Items)
                {
                    WriteObject(Output.WithNotes(item));
                }
            }

            Progress?.Count(failed: false);
        }
        catch (JobDraftsApiException refused)
        {
            Progress?.Count(failed: true);
            WriteError(refused.ToErrorRecord(reading.Row.Source, reading.Row.Number));
        }
    }
}
