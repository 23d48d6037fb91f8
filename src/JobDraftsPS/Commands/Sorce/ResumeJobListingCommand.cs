using System.Management.Automation;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Commands;

/// <summary>Shows paused Sorce listings again. Their 30 days do not begin anew.</summary>
[Cmdlet(VerbsLifecycle.Resume, "JobListing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Resume-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class ResumeJobListingCommand : ListingStatusCommand
{
    private protected override string Action => "Resume";

    private protected override JobWrite Change(SorceClient service, string jobId) => service.Resume(jobId);
}
