using System.Diagnostics.Tracing;

namespace JobDraftsPS.Benchmarks.Clients;

internal sealed class AllocDebug : EventListener
{
    public readonly Dictionary<string, int> Types = new();

    protected override void OnEventSourceCreated(EventSource s)
    {
        if (s.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(s, EventLevel.Verbose, (EventKeywords)1);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs e)
    {
        if (e.EventName!.StartsWith("GCAllocationTick", StringComparison.Ordinal))
        {
            lock (Types)
            {
                var n = (string)e.Payload![5]!;
                Types[n] = Types.GetValueOrDefault(n) + 1;
            }
        }
    }
}
