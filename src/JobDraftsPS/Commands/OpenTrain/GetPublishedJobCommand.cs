using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>
/// Reads OpenTrain jobs from the marketplace as everyone sees them, without a token. Without a job it lists the account's own live
/// jobs, which needs one.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PublishedJob", DefaultParameterSetName = AsOwner, HelpUri = HelpPages.At + "Get-PublishedJob.md")]
[OutputType(typeof(PublishedJob), typeof(JobDraft))]
public sealed class GetPublishedJobCommand : ReadingCommand
{
    private const string AsOwner = "Mine";

    private OpenTrainClient client = null!;

    /// <summary>Rows with a jobId column, records of this module, changes, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to read. A pattern looks among the account's own jobs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Lists the account's own jobs, with dates and proposals, as leaving out JobId does. Unlike the marketplace this list is never minutes old.</summary>
    [Parameter(ParameterSetName = AsOwner)]
    public SwitchParameter Mine { get; set; }

    /// <summary>Only those whose title is like this; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Title { get; set; } = [];

    /// <summary>The states of one's own jobs to list: DRAFT, OPEN, ONGOING, COMPLETED, ARCHIVED, PENDING_APPROVAL. Without it OPEN.</summary>
    [Parameter(ParameterSetName = AsOwner)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobStatusCompleter))]
    public string[] Status { get; set; } = [];

    private string[] Statuses => Status.Length > 0 ? Status : [JobStatuses.Open];

    private bool IsOwn => ParameterSetName == AsOwner || (ParameterSetName == ById && JobId.Any(RecordFilter.IsPattern));

    private protected override void Connect() => client = new OpenTrainClient(IsOwn ? Resolve(JobService.OpenTrain) : ResolveOpen(JobService.OpenTrain));

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
            return new RecordFilter(Title).Over(client.Mine(Statuses).ListAsync);
        }

        var jobId = Targets.RequireJob(row, JobService.OpenTrain, "job");
        return new RecordFilter(Title).Find(jobId, client.Mine(Statuses).ListAsync, client.Listed(jobId));
    }
}
