namespace JobDraftsPS.Core.Tests.Support;

/// <summary>Answers in place of the network.</summary>
internal sealed class FakeNetwork(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int calls;

    public int Calls => calls;

    /// <summary>A network in which no answer ever comes.</summary>
    public static FakeNetwork Silent(TaskCompletionSource? reached = null) => new(async (_, cancellation) =>
    {
        reached?.TrySetResult();
        await Never(cancellation);
        throw new InvalidOperationException("An answer came after all.");
    });

    /// <summary>Ends only by cancellation.</summary>
    public static async Task Never(CancellationToken cancellation)
    {
        var never = new TaskCompletionSource();
        await using var ending = cancellation.Register(() => never.TrySetCanceled(cancellation));
        await never.Task;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        return answer(request, cancellationToken);
    }
}
