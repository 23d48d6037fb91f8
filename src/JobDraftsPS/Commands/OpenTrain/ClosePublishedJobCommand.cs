using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Closes OpenTrain jobs: they leave the marketplace for good. Contracts that exist go on.</summary>
[Cmdlet(VerbsCommon.Close, "PublishedJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Close-PublishedJob.md")]
[OutputType(typeof(PublishedJob))]
public sealed class ClosePublishedJobCommand : SendingCommand
{
    private OpenTrainClient client = null!;

    /// <summary>Records of this module, rows with a jobId column, or job ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The jobs to close.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenTrainJobCompleter))]
    public string[] JobId { get; set; } = [];

    private protected override void Connect() => client = new OpenTrainClient(Resolve(JobService.OpenTrain));

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
        var jobId = Targets.RequireJob(row, JobService.OpenTrain, "job");
        return new Submission(
            $"OpenTrain job '{jobId}'" + EditText.Titled(row.Title),
            "Close for good; it cannot be opened again",
            client.Close(jobId, row.Title));
    }
}
