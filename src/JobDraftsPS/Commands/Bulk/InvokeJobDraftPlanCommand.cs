using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Applies exactly the plan that was reviewed, and says of each row what became of it.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "JobDraftPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPlan, HelpUri = HelpPages.At + "Invoke-JobDraftPlan.md")]
[OutputType(typeof(JobDraftResult))]
public sealed class InvokeJobDraftPlanCommand : SendingCommand
{
    private const string ByPlan = "Plan";
    private const string ByPath = "Path";
    private readonly RunTally tally = new();
    private PlanServices services = null!;
    private JobDraftPlan? plan;
    private PlanReview review = null!;
    private PlanLines lines = null!;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPlan)]
    public JobDraftPlan Plan { get; set; } = null!;

    /// <summary>The file of a plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The hazards that are accepted, by name.</summary>
    [Parameter]
    [ValidateNotNull]
    [ExactName(typeof(PlanHazard))]
    public new PlanHazard[] Accept { get; set; } = [];

    /// <summary>Leaves rows with errors out and applies the rest.</summary>
    [Parameter]
    public SwitchParameter SkipInvalid { get; set; }

    /// <summary>Leaves rows out whose jobs have changed since the plan was made, and applies the rest.</summary>
    [Parameter]
    public SwitchParameter SkipStale { get; set; }

    /// <summary>How many rows to do at most in this run; the rest keeps its place.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>When to begin no further row, so that the run ends before its host ends it.</summary>
    [Parameter]
    [Moment(isOfThisMachine: true)]
    public DateTimeOffset? Deadline { get; set; }

    /// <summary>When failed rows make the command fail: Any, None, or more than a percentage such as 5%.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FailOnCompleter))]
    public string FailOn { get; set; } = "None";

    /// <summary>The name of a variable that takes the summary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SummaryVariable { get; set; }

    private protected override bool OpensJournalLater => true;

    private protected override int RowsLeft => tally.Left;

    private protected override string? PlanPath => ParameterSetName == ByPath ? Path : null;

    private protected override TimeSpan? LongestWait
    {
        get
        {
            var allowed = TimeSpan.FromSeconds(MaxWaitSec);
            var left = Deadline - DateTimeOffset.UtcNow;
            return left < TimeSpan.Zero ? TimeSpan.Zero : left < allowed ? left : allowed;
        }
    }

    private protected override void Connect() => tally.FailOn(FailOn);

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        try
        {
            Take(ParameterSetName == ByPath ? PlanFile.Read(FilePath.Resolve(SessionState, Path)) : Plan);
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, ParameterSetName == ByPath ? Path : Plan);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (plan is null)
        {
            return;
        }

        if (plan.PublishShare is not null)
        {
            // Rows that nobody agreed to have no result, and their places are free again.
            Await(async _ =>
            {
                await services.ReleaseSharesAsync().ConfigureAwait(false);
                return true;
            });
        }

        var summary = tally.Summarize(PlanPath, JournalPath, ContinueAt);
        WriteInformation(summary, [nameof(JobDraftRunSummary)]);
        if (SummaryVariable is not null)
        {
            SessionState.PSVariable.Set(SummaryVariable, summary);
        }

        if (tally.IsFailure)
        {
            Terminate(LocalErrors.RunFailed(tally.Failed, plan.Rows.Length, FailOn), summary);
        }
    }

    private protected override bool EndsRun(JobDraftsApiException refused) => false;

    private protected override Submission? Prepare(Row row, object? present)
    {
        var planned = (PlanRow)row.Source;
        return new Submission(
            PlanText.Target(planned),
            $"{planned.Operation} {string.Join("; ", planned.Changes.Select(change => change.ToString()))}",
            services.Call(planned))
        {
            Before = PlanText.Before(planned),
            Line = lines.Of(planned),
        };
    }

    private protected override void WriteResult(RowResult result)
    {
        var row = (PlanRow)result.Row.Source;
        var outcome = result.Error?.Outcome ?? CallOutcome.Applied;
        if (plan!.PublishShare is not null)
        {
            Await(async _ =>
            {
                await services.SettleShareAsync(row.Row, outcome).ConfigureAwait(false);
                return true;
            });
        }

        tally.Add(outcome, result.Error?.Code, result.IsFromJournal);
        Count(failed: outcome is CallOutcome.Refused or CallOutcome.Unknown or CallOutcome.NotSent);
        WriteObject(new JobDraftResult
        {
            Row = row.Row,
            Service = row.Service,
            Operation = row.Operation.ToString(),
            ProjectId = row.ProjectId ?? (result.Record as TranslationProject)?.ProjectId,
            JobId = row.JobId ?? (result.Record as JobRecord)?.JobId,
            Outcome = outcome,
            Code = result.Error is null ? null : result.Error.Code ?? result.Error.ErrorId,
            Message = result.Error?.Message ?? result.Context?.Contradiction,
            RequestId = result.Error?.RequestId,
            Attempts = result.Context?.Attempts ?? 0,
            DurationMs = result.Duration is { } took ? (long)took.TotalMilliseconds : null,
            Changes = row.Changes.ToDictionary(change => change.Field, change => change.To, StringComparer.Ordinal),
            Record = result.Record is { } record ? Output.WithNotes(record) : null,
            Journal = JournalPath,
        });
    }

    private void Take(JobDraftPlan given)
    {
        if (plan is not null)
        {
            throw LocalErrors.Plan("One plan is applied at a time.", "Run the command once for each plan.");
        }

        PlanFile.RequireUnedited(given, "given");
        services = new PlanServices();
        foreach (var service in given.Rows.Select(row => row.Service).Distinct())
        {
            services.Use(Resolve(service));
        }

        services.RequireAccounts(given);
        services.KeepShare(given);
        OpenJournal(given.Hash);
        plan = given;
        lines = new PlanLines(given);
        tally.Rows = given.Rows.Length;
        var done = JournalStates();
        var invalid = given.Invalid();
        var left = given.Rows.Where(row => !invalid.ContainsKey(row.Row) && !(done.TryGetValue(row.Row, out var state) && state != JournalRowState.ToDo)).ToArray();
        RequireValid(invalid);
        var rules = Await(services.GetRulesAsync);
        review = new PlanReview(given, left, Await(context => services.ReadAsync(left, context)), rules);
        RequireFresh();
        RequireAccepted(left);
        foreach (var row in given.Rows)
        {
            Send(row, invalid, done);
        }
    }

    private void Send(PlanRow row, IReadOnlyDictionary<int, string> invalid, IReadOnlyDictionary<int, JournalRowState> done)
    {
        if (done.TryGetValue(row.Row, out var state) && state != JournalRowState.ToDo)
        {
            Post(row);
        }
        else if (invalid.TryGetValue(row.Row, out var wrong))
        {
            Leave(row, LocalErrors.Skipped(row.Service, "Invalid", wrong));
        }
        else if (review.Moved.TryGetValue(row.Row, out var moved))
        {
            Leave(row, LocalErrors.Skipped(row.Service, "Stale", moved));
        }
        else if (review.IsUnchanged(row.Row) || row.Changes.Length == 0)
        {
            Leave(row, LocalErrors.Skipped(row.Service, "NoChange", "All of it is so already."));
        }
        else if (DateTimeOffset.UtcNow >= Deadline)
        {
            tally.IsStopped = true;
            Leave(row, LocalErrors.Later(row.Service, "Deadline", "The deadline came before the row's turn. It was not sent."));
        }
        else if (First is { } most && tally.Begun >= most)
        {
            tally.IsStopped = true;
            tally.Left++;
        }
        else
        {
            tally.Begun++;
            TakeShare(row);
        }
    }

    private void TakeShare(PlanRow row)
    {
        try
        {
            if (plan!.PublishShare is not null)
            {
                Await(async _ =>
                {
                    await services.TakeShareAsync(row).ConfigureAwait(false);
                    return true;
                });
            }

            Post(row);
        }
        catch (JobDraftsApiException used)
        {
            WaitsUntil(services.Now(row.Service) + used.RetryAfter);
            Leave(row, used);
        }
    }

    private void Post(PlanRow row) => Accept(row, row.Row, () => new Row(row.Row, row) { Service = row.Service, JobId = row.JobId, ProjectId = row.ProjectId });

    /// <summary>A row that is not sent takes its place among the results.</summary>
    private void Leave(PlanRow row, JobDraftsApiException why) => Accept(row, row.Row, () => throw why);

    private void RequireValid(IReadOnlyDictionary<int, string> invalid)
    {
        var rowless = invalid.Keys.Except(plan!.Rows.Select(row => row.Row)).ToArray();
        tally.Skip(rowless.Length);
        if (invalid.Count == 0)
        {
            return;
        }

        if (!SkipInvalid)
        {
            throw LocalErrors.Plan($"{invalid.Count} rows of the plan cannot be applied. {PlanText.Rows(invalid)}", "Correct the sheet and plan it again, or add -SkipInvalid to apply the other rows.");
        }

        if (rowless.Length > 0)
        {
            WriteWarning($"Rows that could not be read are left out: {string.Join(", ", rowless)}.");
        }
    }

    private void RequireFresh()
    {
        if (review.Moved.Count > 0 && !SkipStale)
        {
            throw LocalErrors.Plan(
                $"{review.Moved.Count} rows of the plan do not hold any more. {PlanText.Rows(review.Moved)}",
                "Make the plan anew and review it, or add -SkipStale to apply the other rows.");
        }
    }

    private void RequireAccepted(IReadOnlyList<PlanRow> left)
    {
        var asked = left
            .Where(row => !review.Moved.ContainsKey(row.Row) && !review.IsUnchanged(row.Row))
            .SelectMany(row => review.HazardsOf(row.Row), (row, hazard) => (Hazard: hazard, row.Row))
            .Where(pair => !Accept.Contains(pair.Hazard))
            .GroupBy(pair => pair.Hazard, pair => pair.Row)
            .ToArray();
        if (asked.Length > 0)
        {
            var names = string.Join(", ", asked.Select(group => group.Key));
            throw LocalErrors.Plan(
                $"The plan has hazards that nobody has accepted: {string.Join("; ", asked.Select(group => $"{group.Key} ({PlanText.Places(group)})"))}.",
                $"Look at the rows, and accept what is meant with -Accept {names}.");
        }
    }
}
