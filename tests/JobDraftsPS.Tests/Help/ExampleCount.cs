namespace JobDraftsPS.Tests.Help;

/// <summary>Counts the examples that were executed and says so at the end.</summary>
public sealed class ExampleCount : IDisposable
{
    private int executed;

    /// <summary>One more.</summary>
    public void Add() => Interlocked.Increment(ref executed);

    /// <inheritdoc />
    public void Dispose() => TestContext.Current.SendDiagnosticMessage(
        $"Help: {HelpExample.All.Count} examples: {executed} executed by xunit, {HelpExample.All.Count - HelpExample.Here.Count} by Pester alone.");
}
