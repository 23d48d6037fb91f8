using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads Sorce listings: all of the company with one call, or those named.</summary>
[Cmdlet(VerbsCommon.Get, "JobListing", DefaultParameterSetName = ByCompany)]
[OutputType(typeof(JobListing))]
public sealed class GetJobListingCommand : ReadingCommand
{
    private const string ByCompany = "All";
    private SorceClient client = null!;

    /// <summary>Listings, rows with a jobId column, or ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The listings to read; all of the company when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ListingCompleter))]
    public string[] JobId { get; set; } = [];

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
        if (ParameterSetName == ByCompany)
        {
            return context => client.GetListingsAsync(context);
        }

        var jobId = Targets.RequireJob(row, JobService.Sorce, "listing");
        return async context => ReadPage.Of(await client.GetListingAsync(jobId, context).ConfigureAwait(false));
    }
}
