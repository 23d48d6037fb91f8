using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Lists the account's OpenTrain drafts, or those named; -Status lists its jobs in other states. Long lists stream page by page.</summary>
[Cmdlet(VerbsCommon.Get, "JobDraft", DefaultParameterSetName = AsList, HelpUri = HelpPages.At + "Get-JobDraft.md")]
[OutputType(typeof(JobDraft), typeof(PublishedJob))]
public sealed class GetJobDraftCommand : ReadingCommand
{
    private const string AsList = "List";

    private OwnJobs mine = null!;

    /// <summary>Rows with a jobId column, records of this module, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The drafts to show, or patterns; all when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    /// <summary>Only those whose title is like this; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Title { get; set; } = [];

    /// <summary>The states to look in: DRAFT, OPEN, ONGOING, COMPLETED, ARCHIVED, PENDING_APPROVAL. Without it drafts only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobStatusCompleter))]
    public string[] Status { get; set; } = [];

    private string[] Statuses => Status.Length > 0 ? Status : [JobStatuses.Draft];

    private protected override void Connect() => mine = new OpenTrainClient(Resolve(JobService.OpenTrain)).Mine(Statuses);

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
        if (ParameterSetName == AsList)
        {
            return new RecordFilter(Title).Over(mine.ListAsync);
        }

        var jobId = Targets.RequireJob(row, JobService.OpenTrain, "draft");
        return new RecordFilter(Title).Find(jobId, mine.ListAsync, context => mine.FindAsync(jobId, context));
    }
}
