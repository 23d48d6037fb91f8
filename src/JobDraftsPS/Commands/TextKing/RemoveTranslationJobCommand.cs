using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Deletes TEXTKING jobs whose project is prepared, with their documents.</summary>
[Cmdlet(VerbsCommon.Remove, "TranslationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Remove-TranslationJob.md")]
[OutputType(typeof(void))]
public sealed class RemoveTranslationJobCommand : TranslationJobCommand
{
    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'{EditText.Titled(row.Title)}", "Delete with its document", Client.DeleteJob(projectId, jobId));
    }
}
