namespace JobDraftsPS.Tests.Bulk;

/// <summary>What a busy command tells and waits for.</summary>
public sealed class BusySignals : IDisposable
{
    public ManualResetEventSlim Begun { get; } = new();

    public ManualResetEventSlim Stopping { get; } = new();

    public ManualResetEventSlim GoOn { get; } = new();

    public void Dispose()
    {
        GoOn.Set();
        Begun.Dispose();
        Stopping.Dispose();
        GoOn.Dispose();
    }
}
