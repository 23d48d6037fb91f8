using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Registers callbacks of TEXTKING jobs, in any state of their project.</summary>
[Cmdlet(VerbsCommon.New, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "New-TranslationCallback.md")]
[OutputType(typeof(TranslationCallback))]
public sealed class NewTranslationCallbackCommand : TranslationJobCommand
{
    private EditBinder binder = null!;

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
        base.Connect();
        binder = new EditBinder(JobService.TextKing, CallbackFields.Known, acceptUnknown: false, this, field: null, clear: null);
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        var fields = binder.Bind(row, WriteWarning);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'", "Register callback: " + EditText.Of(fields), Client.CreateCallback(projectId, jobId, fields));
    }
}
