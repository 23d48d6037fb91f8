using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Counts OpenTrain's marketplace by category, language, country and kind of payment, without a token.</summary>
[Cmdlet(VerbsCommon.Get, "PublishedJobFacet", HelpUri = HelpPages.At + "Get-PublishedJobFacet.md")]
[OutputType(typeof(PublishedJobFacet))]
public sealed class GetPublishedJobFacetCommand : ReadingCommand
{
    private OpenTrainClient client = null!;

    private protected override void Connect() => client = new OpenTrainClient(ResolveOpen(JobService.OpenTrain));

    /// <inheritdoc />
    protected override void ProcessRecord() => Accept("facets", () => new Row(null, "facets"));

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row) => client.GetFacetsAsync;
}
