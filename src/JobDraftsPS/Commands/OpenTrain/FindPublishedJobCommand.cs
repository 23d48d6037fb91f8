using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Searches OpenTrain's marketplace, without a token. Long lists stream page by page.</summary>
[Cmdlet(VerbsCommon.Find, "PublishedJob", HelpUri = HelpPages.At + "Find-PublishedJob.md")]
[OutputType(typeof(PublishedJob))]
public sealed class FindPublishedJobCommand : ReadingCommand
{
    private OpenTrainClient client = null!;

    /// <summary>Words to look for.</summary>
    [Parameter(Position = 0)]
    public string? Query { get; set; }

    /// <summary>A language by name, for instance Spanish.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? Language { get; set; }

    /// <summary>A country, as Get-PublishedJobFacet shows them.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? Country { get; set; }

    /// <summary>How the work is paid: PAY_PER_HOUR, PAY_PER_LABEL or FIXED_PRICE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter<DraftFieldSource>))]
    public string? PayType { get; set; }

    private protected override void Connect() => client = new OpenTrainClient(ResolveOpen(JobService.OpenTrain));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var filters = string.Join(", ", new[] { Query, Language, Country, PayType }.Where(filter => !string.IsNullOrWhiteSpace(filter)));
        Accept(filters, () => new Row(null, filters));
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row) =>
        client.Search(new JobSearch { Text = Query, Language = Language, Country = Country, PayType = PayType });
}
