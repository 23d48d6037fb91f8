using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Pipeline;

/// <summary>A row whose present values are being read. A worker fills it in; the pipeline thread reads it afterwards.</summary>
internal sealed class RowRead(Row row, CallLogLevel level)
{
    private object? present;
    private JobDraftsApiException? error;

    public Row Row { get; } = row;

    public CallLog Log { get; } = new(level);

    public async Task RunAsync(PresentRead reading, TimeSpan? maxWait, CancellationToken cancellation)
    {
        var context = new CallContext(Log, cancellation);
        context.MaxWait = maxWait ?? context.MaxWait;
        try
        {
            present = await reading.Read(context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException failure)
        {
            error = failure;
        }
    }

    /// <summary>What was read.</summary>
    /// <exception cref="JobDraftsApiException">It could not be read.</exception>
    public object? Present() => error is null ? present : throw error;
}
