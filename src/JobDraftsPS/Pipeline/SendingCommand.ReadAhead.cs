using JobDraftsPS.Binding;
using JobDraftsPS.Core.Bulk;

namespace JobDraftsPS.Pipeline;

/// <content>The reading of present values ahead of the question.</content>
public abstract partial class SendingCommand
{
    private const int MaxReadTargets = 10_000;

    private readonly HashSet<string> readTargets = new(StringComparer.Ordinal);
    private Pump<RowRead>? reads;

    /// <summary>Begins to read a row's present values. A second row of one job reads only after the first has been written.</summary>
    private void PostRead(Row row, SnapshotRead present)
    {
        tokens.Require(present.Service);
        if (!readTargets.Add(present.TargetKey) || readTargets.Count > MaxReadTargets)
        {
            TakeRead(everything: true);
            Drain(everything: true);
            readTargets.Clear();
            readTargets.Add(present.TargetKey);
        }

        reads ??= new Pump<RowRead>(ThrottleLimit);
        var reading = new RowRead(row, LogLevel);
        reads.Post(reading, present.TargetKey, cancellation => reading.RunAsync(present.Read, LongestWait, cancellation));
    }

    /// <summary>Goes on with the rows whose present values are there, in order.</summary>
    private void TakeRead(bool everything)
    {
        while (reads is { IsEmpty: false })
        {
            ThrowIfStopping();
            var wasFull = !everything && reads.WaitForRoom(Slice);
            if (reads.TryTake(everything ? Slice : TimeSpan.Zero, out var reading))
            {
                Write(reading.Log);
                Send(reading);
                Drain(everything: false);
            }
            else if (!everything && !wasFull)
            {
                return;
            }
        }
    }

    private void Send(RowRead reading)
    {
        try
        {
            if (Prepare(reading.Row, reading.Found()) is { } submission)
            {
                Take(reading.Row, submission);
            }
        }
        catch (JobDraftsApiException refused)
        {
            tokens.Note(refused.Service, refused);
            Refuse(refused, reading.Row.Source, reading.Row.Number);
        }
    }
}
