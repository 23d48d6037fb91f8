using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of TEXTKING jobs whose project is prepared, from rows, records or parameters. What is not given is not touched.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Set-TranslationJob.md")]
[OutputType(typeof(TranslationJob))]
public sealed class SetTranslationJobCommand : TranslationJobFieldCommand
{
    /// <summary>Rows with projectId and jobId columns, or records of this module.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to write (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>The project that holds the jobs (UUID); also for rows that name none.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string? ProjectId { get; set; }

    /// <summary>Fields to clear: topic, briefing.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<TranslationJobFieldSource>))]
    public string[]? Clear { get; set; }

    /// <summary>Reads each job first and sends the whole set of fields, for a server that does not merge.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    private protected override string[]? ToClear => Clear;

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

    private protected override SnapshotRead? ReadAhead(Row row)
    {
        if (!Full)
        {
            return null;
        }

        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        return new SnapshotRead(JobService.TextKing, jobId.ToUpperInvariant(), async context => await Client.GetJobAsync(projectId, jobId, context).ConfigureAwait(false));
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        var changes = Binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing job '{jobId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        var edit = new JobEdit(jobId, present is TranslationJob job ? TranslationJobFields.Complete(changes, job) : changes, projectId);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'", "Update " + EditText.Of(edit.Changes), Client.Update(edit));
    }
}
