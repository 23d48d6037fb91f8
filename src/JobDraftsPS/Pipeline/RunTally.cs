using System.Globalization;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Pipeline;

/// <summary>Counts what became of a plan's rows, and decides whether the run as a whole has failed.</summary>
internal sealed class RunTally
{
    private readonly DateTimeOffset startedAt = DateTimeOffset.UtcNow;
    private readonly Dictionary<CallOutcome, int> counts = [];
    private decimal? failsAbove;
    private int fromJournal;
    private int unchanged;
    private int rowless;

    /// <summary>Rows of the plan.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that this run has begun.</summary>
    public int Begun { get; set; }

    /// <summary>Rows that this run leaves for another one, beyond those that have a result.</summary>
    public int Left { get; set; }

    /// <summary>True when the run ends before its rows do.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Rows that failed; one that waits for its quota or its turn has not.</summary>
    public int Failed { get; private set; }

    /// <summary>True when more rows failed than is allowed.</summary>
    public bool IsFailure => failsAbove is { } limit && Failed > 0 && (limit == 0 || Failed * 100m > limit * Rows);

    /// <summary>Takes the share of rows that may fail.</summary>
    /// <exception cref="JobDraftsApiException">It is no such share.</exception>
    public void FailOn(string share)
    {
        failsAbove = share.Trim() switch
        {
            var word when word.Equals("None", StringComparison.OrdinalIgnoreCase) => null,
            var word when word.Equals("Any", StringComparison.OrdinalIgnoreCase) => 0,
            var word when decimal.TryParse(word.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100 => percent,
            _ => throw LocalErrors.BadValue(null, $"-FailOn '{share}' is not Any, None or a percentage from 0% to 100%.", "Give Any, None, or a percentage such as 5%."),
        };
    }

    /// <summary>Rows that never came as far as the plan.</summary>
    public void Skip(int count)
    {
        rowless = count;
        Rows += count;
    }

    public void Add(CallOutcome outcome, string? code, bool isFromJournal)
    {
        counts[outcome] = Of(outcome) + 1;
        fromJournal += isFromJournal ? 1 : 0;
        unchanged += outcome == CallOutcome.Skipped && code == "NoChange" ? 1 : 0;
        Failed += outcome is CallOutcome.Refused or CallOutcome.Unknown || (outcome == CallOutcome.NotSent && code is not ("QuotaExceeded" or "Deadline")) ? 1 : 0;
    }

    public JobDraftRunSummary Summarize(string? planFile, string? journal, DateTimeOffset? continueAt)
    {
        var applied = Of(CallOutcome.Applied);
        var outcome = fromJournal + unchanged == Rows ? RunOutcome.NoChange
            : applied + unchanged == Rows ? RunOutcome.Applied
            : IsStopped ? RunOutcome.Stopped
            : applied == 0 && Failed > 0 ? RunOutcome.Failed
            : RunOutcome.Partial;
        var isDone = outcome is RunOutcome.NoChange or RunOutcome.Applied;
        return new JobDraftRunSummary
        {
            Outcome = outcome,
            Command = ["Invoke-JobDraftPlan"],
            Rows = Rows,
            Applied = applied,
            Refused = Of(CallOutcome.Refused),
            NotSent = Rows - applied - Of(CallOutcome.Refused) - Of(CallOutcome.Unknown) - Of(CallOutcome.Skipped) - rowless,
            Unknown = Of(CallOutcome.Unknown),
            Skipped = Of(CallOutcome.Skipped) + rowless,
            ContinueAt = isDone ? null : continueAt,
            StartedAt = startedAt,
            LastAt = DateTimeOffset.UtcNow,
            ResumeWith = isDone ? null : ResumeAdvice.OfPlan("Invoke-JobDraftPlan", planFile, journal, continueAt),
            Journal = journal is null ? [] : [journal],
        };
    }

    private int Of(CallOutcome outcome) => counts.TryGetValue(outcome, out var count) ? count : 0;
}
