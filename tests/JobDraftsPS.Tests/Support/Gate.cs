namespace JobDraftsPS.Tests.Support;

/// <summary>Holds answers back until enough calls have arrived or the test opens it: slowness without a clock.</summary>
internal sealed class Gate(int openAt = int.MaxValue) : IDisposable
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim arrivals = new(0);
    private int arrived;

    public int Arrived => Volatile.Read(ref arrived);

    public void Open() => open.TrySetResult();

    /// <summary>Called by the server for each request that is to be held.</summary>
    public Task PassAsync()
    {
        if (Interlocked.Increment(ref arrived) >= openAt)
        {
            Open();
        }

        arrivals.Release();
        return open.Task;
    }

    /// <summary>Waits until so many requests have come; fails instead of hanging.</summary>
    public void WaitFor(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Assert.True(arrivals.Wait(TimeSpan.FromSeconds(30)), $"Only {i} of {calls} calls arrived.");
        }
    }

    public void Dispose()
    {
        Open();
        arrivals.Dispose();
    }
}
