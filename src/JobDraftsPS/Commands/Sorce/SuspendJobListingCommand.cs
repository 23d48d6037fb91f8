using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Commands;

/// <summary>Pauses active Sorce listings: candidates no longer see them. The 30 days of a listing go on.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "JobListing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Suspend-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class SuspendJobListingCommand : ListingStatusCommand
{
    private protected override string Action => "Pause";

    private protected override JobWrite Change(SorceClient service, string jobId) => service.Suspend(jobId);
}
