using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Deletes TEXTKING projects that are prepared, with all their jobs and documents.</summary>
[Cmdlet(VerbsCommon.Remove, "TranslationProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Remove-TranslationProject.md")]
[OutputType(typeof(void))]
public sealed class RemoveTranslationProjectCommand : TranslationProjectCommand
{
    private protected override Submission? Prepare(Row row, object? present)
    {
        var projectId = TextKingTargets.WholeProject(row);
        return new Submission(TextKingTargets.Name(row, projectId), "Delete with all its jobs and documents", Client.DeleteProject(projectId));
    }
}
