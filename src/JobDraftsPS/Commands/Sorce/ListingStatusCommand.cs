using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>A cmdlet that changes the status of listings. The service does not take a change twice; a lost reply is looked up.</summary>
public abstract class ListingStatusCommand : SendingCommand
{
    private SorceClient client = null!;

    /// <summary>Rows with a jobId column, listings, or ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The listings.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ListingCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>What is done, as a question asks it.</summary>
    private protected abstract string Action { get; }

    /// <summary>The change of one listing.</summary>
    private protected abstract JobWrite Change(SorceClient service, string jobId);

    private protected override void Connect() => client = new SorceClient(Resolve(JobService.Sorce));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
        {
            Accept(JobId);
        }
        else
        {
            Accept(InputObject);
        }
    }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var jobId = Targets.RequireJob(row, JobService.Sorce, "listing");
        var target = $"Sorce listing '{jobId}'" + EditText.Titled(row.Title);
        return new Submission(target, Action, Change(client, jobId));
    }
}
