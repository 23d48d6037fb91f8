namespace JobDraftsPS.QuickStart.Tests;

/// <summary>One run of a script that uses every stream and then fails.</summary>
public sealed class TalkativeScript : IAsyncLifetime
{
    private const string Script = """
        [pscustomobject]@{ Job = 'job_1'; Status = 'DRAFT' }
        Write-Host 'To the console' -ForegroundColor Green
        Write-Host one, 'two' -NoNewline; Write-Host ' three'
        $Host.UI.WriteProgress(0, [Management.Automation.ProgressRecord]::new(1, 'Bulk', 'half of it'))
        $Host.UI.WriteWarningLine('take care')
        1 / 0
        [pscustomobject]@{ Job = 'job_2'; Status = 'OPEN' }
        throw 'the end'
        """;

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        var result = await ScriptRun.ToEnd(Script);
        (Output, Error) = (result.Output, result.Error);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
