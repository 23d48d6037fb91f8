using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads Sorce listings: all of the company with one call, those named, or those of a status or a title.</summary>
[Cmdlet(VerbsCommon.Get, "JobListing", DefaultParameterSetName = ByCompany, HelpUri = HelpPages.At + "Get-JobListing.md")]
[OutputType(typeof(JobListing))]
public sealed class GetJobListingCommand : ReadingCommand
{
    private const string ByCompany = "All";
    private SorceClient client = null!;

    /// <summary>Listings, rows with a jobId column, or ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The listings to read, or patterns such as job_s*; all of the company when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ListingCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Only those whose title is like this; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Title { get; set; } = [];

    /// <summary>Only those in one of these states: DRAFT, ACTIVE, PAUSED, CLOSED; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ListingStatusCompleter))]
    public string[] Status { get; set; } = [];

    private protected override void Connect() => client = new SorceClient(Resolve(JobService.Sorce));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ById: Accept(JobId); break;
            case ByInput: Accept(InputObject); break;
            default: Accept("all listings", () => new Row(null, "all listings")); break;
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var filter = new RecordFilter(Title, Status);
        if (ParameterSetName == ByCompany)
        {
            return filter.Over(client.GetListingsAsync);
        }

        var jobId = Targets.RequireJob(row, JobService.Sorce, "listing");
        return filter.Find(jobId, client.GetListingsAsync, async context => ReadPage.Of(await client.GetListingAsync(jobId, context).ConfigureAwait(false)));
    }
}
