using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>Works out from a journal the rows that put earlier values back, and what nothing puts back and why.</summary>
public sealed class PlanUndo
{
    private readonly string path;
    private readonly IReadOnlyDictionary<string, string> accounts;
    private readonly List<PlanInput> inputs = [];
    private readonly List<PlanFinding> findings = [];
    private readonly Dictionary<string, Job> jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Job> byRow = [];

    private PlanUndo(string path, JournalHistory deeds)
    {
        this.path = path;
        accounts = deeds.Accounts;
        foreach (var deed in deeds.All)
        {
            Take(deed);
        }

        // The job that was written last is put back first.
        foreach (var job in jobs.Values.Reverse().Where(job => job.Before.Count > 0))
        {
            job.Input.Row = inputs.Count + 1;
            job.Input.Cells = [.. job.Before];
            inputs.Add(job.Input);
            byRow[job.Input.Row] = job;
        }
    }

    /// <summary>The rows that put earlier values back, one a job.</summary>
    public IReadOnlyList<PlanInput> Inputs => inputs;

    /// <summary>What cannot be undone, and why.</summary>
    public IReadOnlyList<PlanFinding> Findings => findings;

    /// <summary>Reads a journal.</summary>
    /// <exception cref="JobDraftsApiException">It is no journal of this version, or cannot be read.</exception>
    public static PlanUndo Read(string path) => new(path, JournalHistory.Read(path));

    /// <summary>Refuses a journal of another account.</summary>
    /// <exception cref="JobDraftsApiException">A service was written with another token.</exception>
    public void RequireAccounts(IDictionary<string, string> connected)
    {
        foreach (var pair in connected)
        {
            if (accounts.TryGetValue(pair.Key, out var account) && account != pair.Value)
            {
                throw LocalErrors.Journal(path, $"it belongs to another {pair.Key} account or token", "Connect with the token that the journal was begun with.");
            }
        }
    }

    /// <summary>Adds to a plan what is to be known about its undoing: what is impossible, and what somebody has changed since.</summary>
    public void Annotate(JobDraftPlan plan, IReadOnlyList<PlanRules> rules)
    {
        foreach (var row in plan.Rows)
        {
            var ofService = rules.First(candidate => candidate.Service == row.Service);
            findings.AddRange(row.Changes
                .Where(change => change.FromKnown && byRow[row.Row].After.TryGetValue(change.Field, out var after) && !ofService.Same(change.Field, change.From, after))
                .Select(change => new PlanFinding
                {
                    Row = row.Row,
                    Column = change.Field,
                    Severity = PlanSeverity.Warning,
                    Code = PlanCodes.ChangedSince,
                    Message = $"'{change.Field}' was changed after the run; the undo would overwrite that.",
                }));
        }

        findings.AddRange(plan.Rows.SelectMany(row => row.Changes
            .Where(change => ServiceRegistry.Of(row.Service) is IPlannedService planned && planned.GivesNewIds(change.Field))
            .Select(change => new PlanFinding
            {
                Row = row.Row,
                Column = change.Field,
                Severity = PlanSeverity.Info,
                Code = PlanCodes.NewIds,
                Message = $"{ServiceRegistry.NameOf(row.Service)} gives the entries of '{change.Field}' new ids when the set is put back.",
            })));
        plan.Findings = [.. plan.Findings, .. findings];
        plan.Hash = PlanHash.Of(plan);
        plan.WithFindingsBesideRows();
    }

    private void Take(JournalHistory.Entry deed)
    {
        if (deed.Outcome is CallOutcome.Refused or CallOutcome.NotSent)
        {
            return;
        }

        if (deed.Outcome != CallOutcome.Applied)
        {
            Cannot(deed, "nobody knows whether it was done; run the same work with its journal again, which looks it up");
        }
        else if (deed.Operation == nameof(PlanOperation.Update) && deed.JobId is not null)
        {
            TakeUpdate(deed);
        }
        else
        {
            Cannot(deed, Why(deed));
        }
    }

    private void TakeUpdate(JournalHistory.Entry deed)
    {
        var key = PlanKeys.Of(deed.Service, deed.ProjectId, deed.JobId);
        if (!jobs.TryGetValue(key, out var job))
        {
            jobs[key] = job = new Job(new PlanInput { Service = deed.Service, ProjectId = deed.ProjectId, JobId = deed.JobId, Operation = PlanOperation.Update });
        }

        var before = Members(deed.Before);
        var unknown = new List<string>();
        foreach (var written in Members(deed.After))
        {
            job.After[written.Key] = written.Value is "" ? null : written.Value;
            if (job.Before.ContainsKey(written.Key) || job.Unknown.Contains(written.Key))
            {
                // What an earlier row found there is what to go back to.
                continue;
            }

            if (before.TryGetValue(written.Key, out var value))
            {
                job.Before[written.Key] = value;
            }
            else
            {
                job.Unknown.Add(written.Key);
                unknown.Add(written.Key);
            }
        }

        if (unknown.Count > 0)
        {
            Cannot(deed, $"the values before are not known: {string.Join(", ", unknown)}");
        }
    }

    private static string Why(JournalHistory.Entry deed) =>
        ServiceRegistry.Of(deed.Service) is IPlannedService planned ? planned.WhyNotUndone(deed.Operation ?? string.Empty) : "plans do not work on this service";

    private static IReadOnlyDictionary<string, object?> Members(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } found ? PlainJson.ReadObject(found) : new Dictionary<string, object?>(0);

    private void Cannot(JournalHistory.Entry deed, string why) => findings.Add(new PlanFinding
    {
        Severity = PlanSeverity.Warning,
        Code = PlanCodes.CannotUndo,
        Message = $"{(deed.Number is { } number ? $"Row {number} of the journal, " : string.Empty)}{deed.Operation} of {deed.Service} '{deed.JobId ?? deed.ProjectId}': {why}.",
    });

    private sealed class Job(PlanInput input)
    {
        public PlanInput Input { get; } = input;

        public Dictionary<string, object?> Before { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, object?> After { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);
    }
}
