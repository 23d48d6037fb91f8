namespace JobDraftsPS.Console.Tests;

/// <summary>One run of the gap-filling sample against a sandbox that is looked at afterwards.</summary>
public sealed class GapFillingRun : IAsyncLifetime
{
    internal ScriptResult Result { get; private set; } = null!;

    /// <summary>What the sandbox holds after the sample, line by line behind a mark.</summary>
    internal ILookup<string, string> State { get; private set; } = null!;

    internal static string Folder => Path.Combine(Checkout.Root, "samples");

    public async ValueTask InitializeAsync()
    {
        Result = await ScriptRun.ToEnd(
            """
            param($Sample)
            $ErrorActionPreference = 'Stop'
            $sandbox = Start-JobDraftSandbox -PublishQuota 20
            try {
                & $Sample -Sandbox $sandbox
                Write-Host '--- state ---'
                Get-PublishedJob -Mine | ForEach-Object { Write-Host "open|$($_.Title)" }
                Get-JobDraft | ForEach-Object { Write-Host "draft|$($_.JobId)" }
                Publish-Job ot-draft-07 -Service OpenTrain -MaxWaitSec 0 -ErrorAction SilentlyContinue -ErrorVariable refused
                Write-Host "one more|$($refused[0].FullyQualifiedErrorId)"
                $log = [Net.Http.HttpClient]::new().GetStringAsync("$($sandbox.ControlUri)/requests").Result
                foreach ($entry in [regex]::Matches($log, '"method":"(?<method>[A-Z]+)","target":"(?<target>[^"]+)".*?"status":(?<status>\d+|null)')) {
                    Write-Host "request|$($entry.Groups['method']) $($entry.Groups['target']) $($entry.Groups['status'])"
                }
            }
            finally { Stop-JobDraftSandbox }
            """,
            ["-Sample", Path.Combine(Folder, "gap-filling.ps1")]);
        State = Result.Output.Split('\n').Select(line => line.TrimEnd('\r')).SkipWhile(line => line != "--- state ---").Skip(1)
            .Select(line => line.Split('|', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0], parts => parts[1]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
