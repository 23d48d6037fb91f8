using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Registers callbacks of TEXTKING jobs, in any state of their project.</summary>
[Cmdlet(VerbsCommon.New, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationCallback))]
public sealed class NewTranslationCallbackCommand : SendingCommand
{
    private TextKingClient client = null!;
    private EditBinder binder = null!;

    /// <summary>Jobs, job ids, or rows with projectId and jobId columns and the callback's fields.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to watch (UUIDs).</summary>
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

    /// <summary>The address to call, http or https.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? Url { get; set; }

    /// <summary>The job's state that sets the call off: translation-pending, translation-delivered, revision-requested, completed or canceled.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    [ArgumentCompleter(typeof(ValueCompleter<CallbackFieldSource>))]
    public string? TriggerState { get; set; }

    /// <summary>A text to send along; a secret there tells the real service from others.</summary>
    [Parameter]
    [Field(FieldType.Text)]
    public string? ExtraData { get; set; }

    private protected override void Connect()
    {
        client = new TextKingClient(Resolve(JobService.TextKing));
        binder = new EditBinder(JobService.TextKing, CallbackFields.Known, acceptUnknown: false, this, field: null, clear: null);
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

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        var fields = binder.Bind(row, WriteWarning);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'", "Register callback: " + EditText.Of(fields), client.CreateCallback(projectId, jobId, fields));
    }
}
