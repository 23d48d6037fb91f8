using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Commands;

/// <summary>Closes Sorce listings for good: nothing opens a closed listing again.</summary>
[Cmdlet(VerbsCommon.Close, "JobListing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Close-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class CloseJobListingCommand : ListingStatusCommand
{
    private protected override string Action => "Close for good";

    private protected override JobWrite Change(SorceClient service, string jobId) => service.Close(jobId);
}
