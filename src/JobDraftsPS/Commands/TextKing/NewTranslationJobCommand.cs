using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Creates TEXTKING jobs in projects that are prepared, from rows, projects or parameters. A new job is new and costs nothing.</summary>
[Cmdlet(VerbsCommon.New, "TranslationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(TranslationJob))]
public sealed class NewTranslationJobCommand : SendingCommand
{
    private TextKingClient client = null!;
    private EditBinder binder = null!;

    /// <summary>Rows with a projectId column and the job's fields, projects, or project ids: one job each.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project that shall hold the job (UUID); also for rows that name none.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
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

    private protected override void Connect()
    {
        client = new TextKingClient(Resolve(JobService.TextKing));
        binder = new EditBinder(JobService.TextKing, client.JobFields, acceptUnknown: false, this, Field, clear: null);
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(ProjectId!, () => new Row(null, ProjectId!) { ProjectId = ProjectId });
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadProject(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        if (row.JobId is { } jobId)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"The row names job '{jobId}', and this command makes new ones.", "Leave the jobId column empty, or use Set-TranslationJob.");
        }

        var projectId = TextKingTargets.Project(row, ProjectId);
        var fields = binder.Bind(row, WriteWarning);
        return new Submission(TextKingTargets.Name(row, projectId), "Create job: " + EditText.Of(fields), client.CreateJob(projectId, fields));
    }
}
