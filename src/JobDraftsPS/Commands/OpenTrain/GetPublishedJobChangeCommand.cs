using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>
/// Tells what happened on OpenTrain's marketplace since a moment, without a token: the latest event of each job. The Until of a change
/// is the -Since of the next time; where nothing changed, the same -Since serves again.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PublishedJobChange", HelpUri = HelpPages.At + "Get-PublishedJobChange.md")]
[OutputType(typeof(PublishedJobChange))]
public sealed class GetPublishedJobChangeCommand : ReadingCommand
{
    private OpenTrainClient client = null!;

    /// <summary>From when on; a time without a zone is UTC.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Moment]
    public DateTimeOffset Since { get; set; }

    private protected override void Connect() => client = new OpenTrainClient(ResolveOpen(JobService.OpenTrain));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var since = Since;
        Accept(since.ToString("o", CultureInfo.InvariantCulture), () => new Row(null, since));
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        var since = (DateTimeOffset)row.Source;
        return context => client.GetChangesAsync(since, context);
    }
}
