using System.Diagnostics;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Pipeline;

/// <summary>What became of one row. A worker fills it in; the pipeline thread reads it afterwards.</summary>
internal sealed class RowResult(Row row, string target, CallLogLevel level)
{
    public Row Row { get; } = row;

    public string Target { get; } = target;

    public CallLog Log { get; } = new(level);

    /// <summary>The service that the row's call goes to; null for a row without one.</summary>
    public JobService? Service { get; init; }

    /// <summary>How the row's call fares; null while it has not begun.</summary>
    public CallContext? Context { get; set; }

    public object? Record { get; private set; }

    /// <summary>How long the row's call took; null where none was made.</summary>
    public TimeSpan? Duration { get; private set; }

    /// <summary>When the quota that the row waits for is free again; null where it waits for none.</summary>
    public DateTimeOffset? ContinueAt { get; private set; }

    /// <summary>True when an earlier run did the row.</summary>
    public bool IsFromJournal { get; private set; }

    public JobDraftsApiException? Error { get; private set; }

    /// <summary>True when no further call follows for the row.</summary>
    public bool IsAtItsEnd { get; set; }

    /// <summary>The result of a row that needs no call.</summary>
    public static RowResult Of(Row row, object record) => new(row, string.Empty, CallLogLevel.Warning) { Record = record };

    /// <summary>The result of a row that is wrong, so that nothing of it is sent.</summary>
    public static RowResult Refused(Row row, JobDraftsApiException error) => new(row, string.Empty, CallLogLevel.Warning) { Error = error };

    /// <summary>Sends the row's call, and writes down in the journal what is about to happen and what came of it.</summary>
    public async Task RunAsync(JobWrite call, JournalRow? entry, RunJournal? journal, CreateLedger ledger, TimeSpan maxWait, CancellationToken cancellation)
    {
        var context = new CallContext(Log, cancellation) { MaxWait = maxWait, SentBefore = entry?.State == JournalRowState.Sent, Ledger = ledger };
        if (journal is not null && entry is not null)
        {
            context.BeforeSend = () => journal.WriteIntentAsync(call, entry);
        }

        Context = context;
        var running = Stopwatch.StartNew();
        try
        {
            Record = await call.SendAsync(context).ConfigureAwait(false);
            Error = null;
            if (journal is not null && entry is not null)
            {
                journal.WriteDone(call, entry, context);
            }
        }
        catch (JobDraftsApiException failure)
        {
            Error = failure;
            ContinueAt = failure is { Kind: FailureKind.Quota, RetryAfter: { } wait } ? call.Now + wait : null;
            Record = failure.Record ?? Record;
            if (journal is not null && entry is not null)
            {
                journal.WriteFailed(call, entry, context, failure);
            }
        }

        Duration = running.Elapsed;
    }

    /// <summary>The row ends with an error; what was reached before stays.</summary>
    public void End(JobDraftsApiException error) => Error = error;

    /// <summary>The row ends with what was reached before the error, or with nothing.</summary>
    public void End(object? record)
    {
        Record = record;
        Error = null;
    }

    /// <summary>Takes the result that an earlier run wrote down.</summary>
    public void TakeFrom(JobWrite call, JournalRow entry, RunJournal journal)
    {
        IsFromJournal = true;
        Record = journal.AnswerOf(entry) is { } answer ? call.FromAnswer(answer) : null;
        if (Record is null)
        {
            Log.Verbose($"{Target} is done according to the journal; its answer was not kept.");
        }
    }
}
