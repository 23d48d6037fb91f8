using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Cancels TEXTKING projects that are prepared. A canceled project can never be started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Stop-TranslationProject.md")]
[OutputType(typeof(TranslationProject))]
public sealed class StopTranslationProjectCommand : TranslationProjectCommand
{
    private protected override Submission? Prepare(Row row, object? present)
    {
        var projectId = TextKingTargets.WholeProject(row);
        return new Submission(TextKingTargets.Name(row, projectId), "Cancel, for good", Client.Cancel(projectId));
    }
}
