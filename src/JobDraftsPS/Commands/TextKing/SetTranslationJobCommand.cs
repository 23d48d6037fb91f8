using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of TEXTKING jobs whose project is prepared, from rows, records or parameters. What is not given is not touched.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationJob))]
public sealed class SetTranslationJobCommand : SendingCommand
{
    private TextKingClient client = null!;
    private EditBinder binder = null!;

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

    /// <summary>The job's name.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Name { get; set; }

    /// <summary>Language of the source document, an ISO 639 code.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? SourceLanguage { get; set; }

    /// <summary>Language to translate into, an ISO 639 code.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? TargetLanguage { get; set; }

    /// <summary>The service level: translation or translation-and-correction.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? Quality { get; set; }

    /// <summary>Id of the topic (UUID).</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public string? Topic { get; set; }

    /// <summary>Notes for the translator.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Briefing { get; set; }

    /// <summary>False leaves the job out when the project starts.</summary>
    [Parameter]
    [Field(FieldType.Flag)]
    [ArgumentCompleter(typeof(ValueCompleter<TranslationJobFieldSource>))]
    public bool? IsActive { get; set; }

    /// <summary>Further fields by the service's names; a null clears the field.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TableCompleter<TranslationJobFieldSource>))]
    public IDictionary? Field { get; set; }

    /// <summary>Fields to clear: topic, briefing.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<TranslationJobFieldSource>))]
    public string[]? Clear { get; set; }

    /// <summary>Reads each job first and sends the whole set of fields, for a server that does not merge.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    private protected override void Connect()
    {
        client = new TextKingClient(Resolve(JobService.TextKing));
        binder = new EditBinder(JobService.TextKing, client.JobFields, acceptUnknown: false, this, Field, Clear);
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

    private protected override PresentRead? ReadAhead(Row row)
    {
        if (!Full)
        {
            return null;
        }

        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        return new PresentRead(jobId.ToUpperInvariant(), async context => await client.GetJobAsync(projectId, jobId, context).ConfigureAwait(false));
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        var changes = binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing job '{jobId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        var edit = new JobEdit(jobId, present is TranslationJob job ? TranslationJobFields.Complete(changes, job) : changes, projectId);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'", "Update " + EditText.Of(edit.Changes), client.Update(edit));
    }
}
