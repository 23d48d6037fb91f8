using System.Management.Automation;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Shows what OpenTrain lets this account do with drafts. Asked once a connection.</summary>
[Cmdlet(VerbsCommon.Get, "DraftCapabilities", HelpUri = HelpPages.At + "Get-DraftCapabilities.md")]
[Alias("Get-DraftCapability")]
[OutputType(typeof(DraftCapabilities))]
public sealed class GetDraftCapabilitiesCommand : ServiceCommand
{
    /// <summary>Asks again even where the answer is known.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            var client = new OpenTrainClient(Resolve(JobService.OpenTrain));
            WriteObject(Output.WithNotes(Await(context => client.GetCapabilitiesAsync(Force, context))));
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused);
        }
    }
}
