using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Filling;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Fills what OpenTrain drafts lack, from answers or by asking, until they can be published or nothing more is answered.</summary>
[Cmdlet(VerbsLifecycle.Complete, "JobDraft", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Complete-JobDraft.md")]
[OutputType(typeof(JobDraft))]
public sealed class CompleteJobDraftCommand : SendingCommand
{
    private readonly Dictionary<Row, DraftFill> fills = [];
    private readonly List<DraftFill> unasked = [];
    private readonly HashSet<string> toldColumns = new(StringComparer.OrdinalIgnoreCase);
    private OpenTrainClient client = null!;
    private OwnJobs drafts = null!;
    private IAnswers answers = null!;
    private FieldSet? fields;
    private bool hasWritten;

    /// <summary>Records of New-JobDraft or Update-JobDraft, which say what is missing; or rows with a jobId column, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The drafts to fill.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Answers instead of questions: a hashtable by field, or a script block that gets the gap and the draft and returns the value.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<DraftFieldSource>))]
    public object? Answer { get; set; }

    /// <summary>A person is asked about one draft at a time.</summary>
    private protected override bool OneByOne => base.OneByOne || answers.CanAskAgain;

    private protected override bool Follows => true;

    private protected override void Connect()
    {
        answers = PlainValue.Unwrap(Answer) switch
        {
            null => new HostAnswers(Host),
            IDictionary table => new TableAnswers(table),
            ScriptBlock script => new ScriptAnswers(script),
            var other => throw LocalErrors.BadValue(JobService.OpenTrain, $"-Answer is a {other.GetType().Name}, and a hashtable or a script block is needed."),
        };
        client = new OpenTrainClient(Resolve(JobService.OpenTrain));
        drafts = client.Mine([JobStatuses.Draft]);
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(JobId);
        }
        else
        {
            Accept(InputObject);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        base.EndProcessing();
        WarnAboutAnswers();
        if (unasked.Count > 0)
        {
            var rows = unasked.Select(fill => fill.Row.Source).ToArray();
            Terminate(LocalErrors.CannotAsk(Wanted(), hasWritten), rows.Length == 1 ? rows[0] : rows);
        }
    }

    /// <summary>
    /// Where it is not known what is missing, the title is needed: writing it back as it is makes the service say it. What is known goes
    /// the same way, so that the drafts stay in their order.
    /// </summary>
    private protected override SnapshotRead? ReadAhead(Row row)
    {
        var jobId = Targets.RequireJob(row, JobService.OpenTrain, "draft");
        return new SnapshotRead(JobService.OpenTrain, jobId, DraftFill.Tells(row.Validation) ? _ => Task.FromResult<object>(row.Validation!) : context => TitleOfAsync(jobId, context));
    }

    private async Task<object> TitleOfAsync(string jobId, CallContext context)
    {
        var found = await drafts.FindAsync(jobId, context).ConfigureAwait(false);
        return found.Items[0] is JobRecord { Title: { } title } && !string.IsNullOrWhiteSpace(title) ? title : throw LocalErrors.NothingToWriteBack(jobId);
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        WarnAboutCells(row);
        fields ??= ReadFields(row);
        var fill = new DraftFill(row, Targets.RequireJob(row, JobService.OpenTrain, "draft"));
        if (present is string title)
        {
            fills.Add(row, fill);
            var unchanged = new FieldChange("jobTitle", title);
            return Submit(fill, [unchanged], $"Write its title back unchanged ({EditText.Of([unchanged])}), to be told what is missing");
        }

        fill.Take(row.Validation!);
        if (answers.CanAskAgain && IsWhatIf && row.Validation!.PublishReady != true)
        {
            Confirm(TargetOf(fill), "Ask, and write the answers; " + fill.Left(fields));
            return null;
        }

        if (Changes(fill, () => fill.Ask(answers, fields)) is not { } changes)
        {
            return null;
        }

        if (changes.Count > 0)
        {
            fills.Add(row, fill);
            return Submit(fill, changes, "Update " + EditText.Of(changes));
        }

        WarnAboutRest(fill);
        Pass(row, row.Source);
        return null;
    }

    private protected override Submission? Follow(RowResult result)
    {
        if (!fills.TryGetValue(result.Row, out var fill))
        {
            return null;
        }

        IReadOnlyList<FieldChange>? changes;
        if (result.Error is { } refusal)
        {
            if (!fill.MayAskAgain(answers, refusal))
            {
                return null;
            }

            changes = Changes(fill, () => fill.AskAgain(answers, refusal));
        }
        else if (result.Record is JobDraft answer)
        {
            fill.Take(answer);
            hasWritten |= fill.HasWritten;
            changes = Changes(fill, () => fill.Ask(answers, fields!));
        }
        else
        {
            // The journal knows that the write was done, and not what came of it.
            return null;
        }

        if (changes is { Count: > 0 })
        {
            return Submit(fill, changes, "Update " + EditText.Of(changes));
        }

        result.End(changes is null ? null : fill.Record);
        fills.Remove(fill.Row);
        if (changes is not null)
        {
            WarnAboutRest(fill);
        }

        return null;
    }

    /// <summary>The values to write next; null where nobody can be asked. Then every draft is still looked at, so that the one error names all that is wanted.</summary>
    private IReadOnlyList<FieldChange>? Changes(DraftFill fill, Func<IReadOnlyList<FieldChange>> ask)
    {
        if (unasked.Count == 0 || fill.Validation is { PublishReady: true })
        {
            try
            {
                return ask();
            }
            catch (CannotAskException)
            {
                WriteDebug("The host cannot ask.");
            }
        }

        unasked.Add(fill);
        return null;
    }

    private Submission Submit(DraftFill fill, IReadOnlyList<FieldChange> changes, string action) =>
        new(TargetOf(fill), action, client.Update(new JobEdit(fill.JobId, changes), fill.Row.Title));

    private static string TargetOf(DraftFill fill) => $"OpenTrain draft '{fill.JobId}'";

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Read once, at the first row; when that fails, no row can be checked.</summary>
    private FieldSet ReadFields(Row row)
    {
        try
        {
            return Await(client.GetDraftFieldsAsync);
        }
        catch (JobDraftsApiException refused)
        {
            FinishAndTerminate(refused, row.Source);
            throw;
        }
    }

    private Dictionary<string, string> Wanted() =>
        (from fill in unasked
         from field in fill.Wanted(fields!)
         group fill.JobId by (field.Name, Text: DraftGap.Describe(field)) into same
         group $"{same.Key.Text} for {string.Join(", ", same.Select(id => $"'{id}'"))}" by same.Key.Name)
        .ToDictionary(ofField => ofField.Key, ofField => string.Join("; ", ofField), StringComparer.Ordinal);

    private void WarnAboutRest(DraftFill fill)
    {
        if (fill.Validation is not { PublishReady: true })
        {
            WriteWarning($"{Targets.Place(fill.Row)}{TargetOf(fill)} is not ready; {fill.Left(fields!)}.");
        }
    }

    private void WarnAboutCells(Row row)
    {
        foreach (var cell in row.Cells.Where(cell => toldColumns.Add(cell.Key)))
        {
            WriteWarning($"Column '{cell.Key}' is not used to fill gaps; write it with Update-JobDraft, or answer with -Answer.");
        }
    }

    /// <summary>A name that is no field and that no gap had is most likely a slip.</summary>
    private void WarnAboutAnswers()
    {
        foreach (var name in answers is TableAnswers table && fields is not null ? table.Unused.Where(name => fields.Find(name) is null) : [])
        {
            var nearest = fields!.Nearest(name);
            WriteWarning($"-Answer has '{name}', which is no field of OpenTrain and no gap's name{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
        }
    }
}
