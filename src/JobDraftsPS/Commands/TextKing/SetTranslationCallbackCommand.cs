using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of callbacks of TEXTKING jobs. What is not given is not touched.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput)]
[OutputType(typeof(TranslationCallback))]
public sealed class SetTranslationCallbackCommand : SendingCommand
{
    private TextKingClient client = null!;
    private EditBinder binder = null!;

    /// <summary>Callbacks, or rows with projectId, jobId and callbackId columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The callbacks to write (UUIDs).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[] CallbackId { get; set; } = [];

    /// <summary>The job that the callbacks belong to (UUID).</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string JobId { get; set; } = string.Empty;

    /// <summary>The project that holds the job (UUID).</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string ProjectId { get; set; } = string.Empty;

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

    /// <summary>Fields to clear: extra_data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<CallbackFieldSource>))]
    public string[]? Clear { get; set; }

    private protected override void Connect()
    {
        client = new TextKingClient(Resolve(JobService.TextKing));
        binder = new EditBinder(JobService.TextKing, CallbackFields.Known, acceptUnknown: false, this, field: null, Clear);
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Array.ForEach(CallbackId, id => Accept(id, () => new Row(null, id) { ProjectId = ProjectId, JobId = JobId, CallbackId = id }));
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Row Read(PSObject input, int number) => TextKingTargets.ReadCallback(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId, callbackId) = TextKingTargets.Callback(row);
        var changes = binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing callback '{callbackId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        return new Submission($"TextKing callback '{callbackId}' of job '{jobId}'", "Update " + EditText.Of(changes), client.UpdateCallback(projectId, jobId, callbackId, changes));
    }
}
