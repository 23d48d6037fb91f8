using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of callbacks of TEXTKING jobs. What is not given is not touched.</summary>
[Cmdlet(VerbsCommon.Set, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Set-TranslationCallback.md")]
[OutputType(typeof(TranslationCallback))]
public sealed class SetTranslationCallbackCommand : TranslationCallbackCommand
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

    /// <summary>Fields to clear: extra_data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClearCompleter<CallbackFieldSource>))]
    public string[]? Clear { get; set; }

    private protected override void Connect()
    {
        base.Connect();
        binder = new EditBinder(JobService.TextKing, CallbackFields.Known, acceptUnknown: false, this, field: null, Clear);
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId, callbackId) = TextKingTargets.Callback(row);
        var changes = binder.Bind(row, WriteWarning);
        if (changes.Count == 0)
        {
            WriteWarning(Targets.Place(row) + $"TextKing callback '{callbackId}': nothing is given to change, so nothing is sent.");
            return null;
        }

        return new Submission($"TextKing callback '{callbackId}' of job '{jobId}'", "Update " + EditText.Of(changes), Client.UpdateCallback(projectId, jobId, callbackId, changes));
    }
}
