using System.Management.Automation;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Lists where OpenTrain's description of itself says otherwise than this module takes for granted. Needs no token, changes nothing.</summary>
[Cmdlet(VerbsData.Compare, "JobDraftContract", HelpUri = HelpPages.At + "Compare-JobDraftContract.md")]
[OutputType(typeof(ContractDifference))]
public sealed class CompareJobDraftContractCommand : ServiceCommand
{
    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            var client = new OpenTrainClient(ResolveOpen(JobService.OpenTrain));
            var comparison = Await(client.CompareContractAsync);
            WriteObject(comparison.Differences, enumerateCollection: true);
            WriteVerbose($"Compared {comparison.Calls} calls in {comparison.Points} points: {comparison.Differences.Count} differences.");
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused);
        }
    }
}
