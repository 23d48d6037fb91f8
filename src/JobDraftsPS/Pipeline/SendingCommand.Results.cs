using System.Globalization;
using JobDraftsPS.Core.Bulk;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Errors;
using JobDraftsPS.Views;

namespace JobDraftsPS.Pipeline;

/// <content>The results: written in the order of the rows, on the pipeline thread, while later rows are under way.</content>
public abstract partial class SendingCommand
{
    /// <summary>Writes what has ended, in order; waits where everything is asked for or the window is full.</summary>
    private void Drain(bool everything, bool inputEnded = false)
    {
        while (pump is { IsEmpty: false })
        {
            ThrowIfStopping();
            if (Follows)
            {
                FollowUp(pump);
            }

            var wasFull = !everything && pump.WaitForRoom(Slice);
            if (pump.TryTake(everything ? Slice : TimeSpan.Zero, out var result, Follows ? IsAtItsEnd : null))
            {
                Write(result);
            }
            else if (!everything && !wasFull)
            {
                return;
            }
            else
            {
                Write(pump.Oldest.Log);
            }

            ShowProgress(inputEnded);
        }
    }

    private static bool IsAtItsEnd(RowResult ended) => ended.IsAtItsEnd;

    private void ShowProgress(bool inputEnded)
    {
        if (pump is not null)
        {
            progress.Show(pump.Items.Count, inputEnded, pump.IsEmpty ? null : pump.Oldest.Context);
        }
    }

    private void Write(RowResult result)
    {
        Write(result.Log);
        WaitsUntil(result.ContinueAt);
        if (!result.IsFromJournal)
        {
            tokens.Note(result.Service, result.Error);
        }

        if (result.Error?.ErrorId == JournalError)
        {
            WriteFailure(result.Error, result.Row.Source, result.Row.Number);
        }
        else
        {
            WriteResult(result);
        }
    }

    /// <summary>Counts a row that has its result.</summary>
    private protected void Count(bool failed) => progress.Count(failed);

    /// <summary>Writes what became of a row.</summary>
    private protected virtual void WriteResult(RowResult result)
    {
        if (result.Record is { } record and not NoRecord)
        {
            WriteObject(Output.WithNotes(record));
        }

        if (result.Error is { } error)
        {
            WriteFailure(error, result.Row.Source, result.Row.Number);
        }
        else
        {
            progress.Count(failed: false);
        }
    }

    private void WriteFailure(JobDraftsApiException error, object source, int? number)
    {
        progress.Count(failed: true);
        try
        {
            if (error.ErrorId == JournalError)
            {
                // Without its journal no further row may be sent.
                Terminate(error, source);
            }

            WriteError(error.ToErrorRecord(source, number));
        }
        catch (Exception)
        {
            // The error ends the pipeline: what has not begun must not begin, and what has begun is named while there is a voice.
            if (pump is { IsEmpty: false })
            {
                pump.Cancel();
                TellWhatWasSent(pump);
            }

            progress.Complete();
            throw;
        }
    }

    /// <summary>After Ctrl+C no stream takes anything, and still a person wants to know what happened: the host says it in one line.</summary>
    private void TellStop()
    {
        if (!wasStopped || pump is null || progress.Done + progress.Failed + pump.Items.Count == 0)
        {
            return;
        }

        // Rows that have ended but are not written yet count by what came of them, the others by whether they were sent.
        var outcomes = pump.Items.Select(item => OutcomeOf(item.Subject)).ToArray();
        var done = progress.Done + outcomes.Count(outcome => outcome == CallOutcome.Applied);
        var failed = progress.Failed + outcomes.Count(outcome => outcome == CallOutcome.Refused);
        var uncertain = outcomes.Count(outcome => outcome == CallOutcome.Unknown);
        var how = JournalPath is null
            ? uncertain > 0 ? "Look at the uncertain ones before you run it again." : "Run the same command for the rows that are left."
            : $"Run the same command with -JournalPath '{JournalPath}' to go on.";
        try
        {
            Host.UI.WriteWarningLine(string.Format(
                CultureInfo.InvariantCulture,
                "{0} was stopped: {1} done, {2} failed, {3} uncertain, {4} not sent, and what was not read yet. {5}",
                MyInvocation.MyCommand.Name,
                done,
                failed,
                uncertain,
                outcomes.Count(outcome => outcome == CallOutcome.NotSent),
                how));
        }
        catch (Exception silent) when (HostFault.IsCannotAsk(silent) || silent is ObjectDisposedException or NullReferenceException)
        {
            // A host without a screen shows no message.
        }
    }

    private static CallOutcome OutcomeOf(RowResult row) => row switch
    {
        { Error: { } error } => error.Outcome,
        { Record: not null } => CallOutcome.Applied,
        { Context.HasSent: true } => CallOutcome.Unknown,
        _ => CallOutcome.NotSent,
    };

    private void TellWhatWasSent(Pump<RowResult> stopped)
    {
        var sent = stopped.Items.Where(item => item.Subject.Context is { HasSent: true }).Select(item => item.Subject.Target).ToArray();
        if (sent.Length > 0)
        {
            WriteWarning($"The error ended the run. These had been sent already and their result is not shown: {string.Join(", ", sent)}.");
        }
    }
}
