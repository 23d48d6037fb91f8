using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Commands;

/// <summary>
/// Writes fields of OpenTrain jobs that are live. Each write is moderated: what moderation refuses is saved all the same, and the job
/// goes offline. So this asks first, and is never repeated by itself.
/// </summary>
[Cmdlet(VerbsData.Update, "PublishedJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Update-PublishedJob.md")]
[OutputType(typeof(PublishedJob))]
public sealed class UpdatePublishedJobCommand : OpenTrainEditCommand
{
    private protected override string Noun => "live job";

    private protected override Task<FieldSet> FieldsAsync(OpenTrainClient client, CallContext context) => client.GetLiveFieldsAsync(context);

    private protected override JobWrite Call(OpenTrainClient client, JobEdit edit, string? title) => client.UpdateLive(edit, title);
}
