namespace JobDraftsPS.Console.Tests;

/// <summary>One run of the sample, to its end.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    internal ScriptResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var run = ScriptRun.StartSample();
        Result = await run.End();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
