using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>
/// Reads OpenTrain jobs from the marketplace as everyone sees them, without a token. With -Mine it lists the account's own live jobs,
/// which needs one.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PublishedJob", DefaultParameterSetName = ById)]
[OutputType(typeof(PublishedJob), typeof(JobDraft))]
public sealed class GetPublishedJobCommand : ReadingCommand
{
    private const string AsOwner = "Mine";

    private OpenTrainClient client = null!;

    /// <summary>Rows with a jobId column, records of this module, changes, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to read.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Lists the account's own jobs, with dates and proposals. Unlike the marketplace this list is never minutes old.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AsOwner)]
    public SwitchParameter Mine { get; set; }

    /// <summary>The states of one's own jobs to list: DRAFT, OPEN, ONGOING, COMPLETED, ARCHIVED, PENDING_APPROVAL. Without it OPEN.</summary>
    [Parameter(ParameterSetName = AsOwner)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobStatusCompleter))]
    public string[] Status { get; set; } = [];

    private string[] Statuses => Status.Length > 0 ? Status : [JobStatuses.Open];

    private protected override void Connect() => client = new OpenTrainClient(Mine ? Resolve(JobService.OpenTrain) : ResolveOpen(JobService.OpenTrain));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ByInput: Accept(InputObject); break;
            case ById: Accept(JobId); break;
            default: Accept(string.Join(", ", Statuses), () => new Row(null, string.Join(", ", Statuses))); break;
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        if (ParameterSetName == AsOwner)
        {
            return client.Mine(Statuses).ListAsync;
        }

        var jobId = Targets.RequireJob(row, JobService.OpenTrain, "job");
        return client.Listed(jobId);
    }
}
