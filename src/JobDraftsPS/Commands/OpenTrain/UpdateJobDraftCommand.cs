using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Commands;

/// <summary>Writes fields of unpublished OpenTrain drafts, from rows, records or parameters. What is not given is not touched.</summary>
[Cmdlet(VerbsData.Update, "JobDraft", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Update-JobDraft.md")]
[OutputType(typeof(JobDraft))]
public sealed class UpdateJobDraftCommand : OpenTrainEditCommand
{
    private protected override string Noun => "draft";

    private protected override Task<FieldSet> FieldsAsync(OpenTrainClient client, CallContext context) => client.GetDraftFieldsAsync(context);

    private protected override JobWrite Call(OpenTrainClient client, JobEdit edit, string? title) => client.Update(edit, title);
}
