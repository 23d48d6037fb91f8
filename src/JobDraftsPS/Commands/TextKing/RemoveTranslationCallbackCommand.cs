using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Removes callbacks of TEXTKING jobs.</summary>
[Cmdlet(VerbsCommon.Remove, "TranslationCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Remove-TranslationCallback.md")]
[OutputType(typeof(void))]
public sealed class RemoveTranslationCallbackCommand : TranslationCallbackCommand
{
    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId, callbackId) = TextKingTargets.Callback(row);
        return new Submission($"TextKing callback '{callbackId}' of job '{jobId}'", "Remove", Client.DeleteCallback(projectId, jobId, callbackId));
    }
}
