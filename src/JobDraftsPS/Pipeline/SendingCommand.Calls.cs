using JobDraftsPS.Binding;
using JobDraftsPS.Core.Bulk;
using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Pipeline;

/// <content>The way of a row's call: found in the journal or asked for, then handed to the workers.</content>
public abstract partial class SendingCommand
{
    private void Take(Row row, Submission submission)
    {
        var running = pump ??= new Pump<RowResult>(ThrottleLimit);
        var result = new RowResult(row, submission.Target, LogLevel) { Service = submission.Call.Service };
        Post(result, submission, work => running.Post(result, submission.Line ?? submission.Call.TargetKey, work));
    }

    /// <summary>Hands on the row's call, unless the journal has its result or the user says no.</summary>
    /// <returns>False when the user said no.</returns>
    private bool Post(RowResult result, Submission submission, Action<Func<CancellationToken, Task>> post)
    {
        var call = submission.Call;
        var entry = journal?.Claim(call, result.Row.Number);
        if (entry is not null)
        {
            entry.Before = submission.Before;
        }

        if (entry?.State == JournalRowState.Done)
        {
            post(_ =>
            {
                result.TakeFrom(call, entry, journal!);
                return Task.CompletedTask;
            });
            return true;
        }

        tokens.Require(call.Service);
        if (submission.Refusal is { } refusal && entry?.State != JournalRowState.Sent)
        {
            throw refusal;
        }

        if (!Confirm(submission.Target, submission.Action, submission.IsGrave))
        {
            return false;
        }

        var maxWait = LongestWait!.Value;
        post(cancellation => result.RunAsync(call, entry, journal, ledger, maxWait, cancellation));
        return true;
    }

    /// <summary>Goes on with every row that has a result, so that the next calls of several rows run side by side too.</summary>
    private void FollowUp(Pump<RowResult> running)
    {
        foreach (var item in running.Items.Where(item => item.HasEnded && !item.Subject.IsAtItsEnd))
        {
            var result = item.Subject;
            Write(result.Log);
            try
            {
                result.IsAtItsEnd = Follow(result) is not { } next || !Post(result, next, work => running.Continue(item, next.Call.TargetKey, work));
            }
            catch (JobDraftsApiException refused)
            {
                result.End(refused);
                result.IsAtItsEnd = true;
            }
        }
    }
}
