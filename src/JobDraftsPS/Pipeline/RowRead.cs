using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Pipeline;

/// <summary>What is being read for a row. A worker fills it in; the pipeline thread reads it afterwards.</summary>
internal sealed class RowRead(Row row, CallLogLevel level)
{
    private object? found;
    private JobDraftsApiException? error;

    public Row Row { get; } = row;

    public CallLog Log { get; } = new(level);

    /// <summary>How the row's call fares; null while it has not begun.</summary>
    public CallContext? Context { get; private set; }

    /// <summary>The result of a row that is wrong, so that nothing of it is read.</summary>
    public static RowRead Refused(Row row, JobDraftsApiException error) => new(row, CallLogLevel.Warning) { error = error };

    public async Task RunAsync(Func<CallContext, Task<object>> read, TimeSpan? maxWait, CancellationToken cancellation)
    {
        var context = new CallContext(Log, cancellation);
        context.MaxWait = maxWait ?? context.MaxWait;
        Context = context;
        try
        {
            found = await read(context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException failure)
        {
            error = failure;
        }
    }

    /// <summary>What was read.</summary>
    /// <exception cref="JobDraftsApiException">It could not be read.</exception>
    public object? Found() => error is null ? found : throw error;
}
