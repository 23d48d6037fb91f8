using System.Text.Json;

namespace JobDraftsPS.Console.Tests;

/// <summary>
/// The runbooks as their hosts run them: as script files, in a process whose exit code is the result. What only the host has
/// (its vault, its assets, its storage) is stood in for by functions; the service is a sandbox.
/// </summary>
public sealed class RunbookTests : IDisposable
{
    /// <summary>A sandbox in which one of three edits can be made to fail, and the host's own commands.</summary>
    private const string Host = """
        param([string] $Runbooks, [string] $State)
        $ErrorActionPreference = 'Stop'
        $sandbox = Start-JobDraftSandbox
        $env:OT_API_BASE_URL = $sandbox.OpenTrainUri
        function Set-Fault { Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'Status'; Status = 403; PathContains = 'ot-draft-02'; Method = 'PATCH' } }
        function Get-Write {
            $client = [Net.Http.HttpClient]::new()
            $log = $client.GetStringAsync("$($sandbox.ControlUri)/requests").Result
            "WRITES $([regex]::Matches($log, '"method":\s*"PATCH"').Count)"
        }
        function Get-Secret([string] $Name) {
            if ($Name -ne 'JobDrafts-OpenTrain') { throw "There is no secret '$Name'." }
            $secret = [securestring]::new()
            $sandbox.OpenTrainToken.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $secret
        }
        function Get-AutomationConnection([string] $Name) {
            if ($Name -ne 'JobDrafts-OpenTrain') { throw "There is no connection '$Name'." }
            @{ Service = 'OpenTrain'; Token = $sandbox.OpenTrainToken; BaseUri = "$($sandbox.OpenTrainUri)"; TimeoutSec = '30'; Proxy = '' }
        }
        function Connect-AzAccount([switch] $Identity) { if (-not $Identity) { throw 'Nobody is here to sign in.' } }
        function New-AzStorageContext([string] $StorageAccountName, [switch] $UseConnectedAccount) { $StorageAccountName }
        function Get-AzStorageBlob($Container, $Context, $Prefix) { [IO.Directory]::GetFiles($State, "$Prefix*") }
        function Get-AzStorageBlobContent($Container, $Context, $Blob, $Destination, [switch] $Force) { [IO.File]::Copy("$State/$Blob", $Destination, $true) }
        function Set-AzStorageBlobContent($Container, $Context, $File, $Blob, [switch] $Force) { [IO.File]::Copy($File, "$State/$Blob", $true) }
        $sheet = "$State/edits.csv"
        [IO.File]::WriteAllText($sheet, "jobId,headcount`not-draft-01,4`not-draft-02,5`not-draft-03,6`n")
        function Write-Plan {
            $env:OT_API_TOKEN = $sandbox.OpenTrainToken
            $null = New-JobDraftPlan $sheet -Service OpenTrain -OutFile "$State/edits.plan.json"
            $env:OT_API_TOKEN = $null
            Disconnect-JobDraftService
        }

        """;

    /// <summary>Runs the sample until nothing is left: the first run meets the fault, the second must do only what it left.</summary>
    private const string RunTwice = """
        Set-Fault
        try { Invoke-Sample; 'NOT FAILED' } catch { "FIRST $_" }
        Invoke-Sample
        Get-Write
        """;

    private const string RunOnce = "Set-Fault; Invoke-Sample; 'NOT FAILED'";

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("runbooks-");

    public static TheoryData<string, string> Samples => new()
    {
        { "azure-automation.ps1", "Write-Plan; function Invoke-Sample { & $Runbooks/azure-automation.ps1 -StorageAccount jobs -FailOn Any }" },
        { "scheduled-task.ps1", "Write-Plan; function Invoke-Sample { & $Runbooks/scheduled-task.ps1 -Plan $State/edits.plan.json -FailOn Any }" },
        { "ci-job.ps1", "$env:OT_API_TOKEN = $sandbox.OpenTrainToken; function Invoke-Sample { & $Runbooks/ci-job.ps1 -Sheet $sheet -State $State -FailOn Any }" },
        {
            "ci-matrix.ps1",
            """
            $env:OT_API_TOKEN = $sandbox.OpenTrainToken
            $parts = & $Runbooks/ci-matrix.ps1 -Sheet $sheet -Count 3 -State $State
            "PARTS $parts"
            function Invoke-Sample { foreach ($part in 1..3) { & $Runbooks/ci-matrix.ps1 -Part $part -State $State -FailOn Any } }
            """
        },
    };

    public void Dispose() => state.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_runbook_exits_1_when_its_FailOn_strikes(string sample, string start)
    {
        var result = await Run(start + "\n" + RunOnce);

        Assert.True(result.ExitCode == 1, $"{sample} exits {result.ExitCode}. {result.Output} {result.Error}");
        Assert.DoesNotContain("NOT FAILED", result.Output, StringComparison.Ordinal);
        Assert.Contains("rows failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("ot-draft-02: Refused", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_runbook_run_again_does_what_is_left_and_exits_0(string sample, string start)
    {
        var result = await Run(start + "\n" + RunTwice);

        Assert.True(result.ExitCode == 0, $"{sample} exits {result.ExitCode}. {result.Output} {result.Error}");
        Assert.Contains("FIRST ", result.Output, StringComparison.Ordinal);
        // Three rows and the refused one once more: the journal has lasted from one run to the next.
        Assert.Contains("WRITES 4", result.Output, StringComparison.Ordinal);
        Assert.True(result.Output.Split('\n').Length <= 12, $"{sample} is talkative: {result.Output}");
    }

    [Fact]
    public async Task A_matrix_has_its_parts_as_JSON_and_one_summary_of_all()
    {
        var start = Samples.Single(row => row.Data.Item1 == "ci-matrix.ps1").Data.Item2;

        var result = await Run(start + "\nInvoke-Sample; & $Runbooks/ci-matrix.ps1 -Summary -State $State");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("PARTS [1,2,3]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Applied: 3 applied, 0 refused, 0 not sent, 0 unknown.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_has_come_leaves_the_rows_for_the_next_run_and_is_no_failure()
    {
        var result = await Run("Write-Plan; & $Runbooks/scheduled-task.ps1 -Plan $State/edits.plan.json -FailOn Any -Minutes 0; Get-Write");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("Stopped: 0 of 3 rows are done", result.Output, StringComparison.Ordinal);
        Assert.Contains("WRITES 0", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", 0, "headcount")]
    [InlineData("many", 1, "'many' is not")]
    public async Task The_check_of_a_sheet_writes_nothing_and_exits_1_for_a_wrong_cell(string headcount, int exitCode, string said)
    {
        var result = await Run($"""
            $env:OT_API_TOKEN = $sandbox.OpenTrainToken
            [IO.File]::WriteAllText($sheet, "jobId,headcount`not-draft-01,{headcount}`n")
            & $Runbooks/ci-job.ps1 -Sheet $sheet -State $State -PlanOnly
            Get-Write
            """);

        Assert.Equal((exitCode, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Contains("WRITES 0", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_type_of_Automation_has_the_entries_that_the_module_reads_and_hides_only_the_token()
    {
        using var type = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Runbooks, "JobDraftsPS-Automation.json"), TestContext.Current.CancellationToken));
        var fields = type.RootElement.GetProperty("ConnectionFields").EnumerateArray().ToArray();

        Assert.Equal("JobDraftsPS", type.RootElement.GetProperty("IntegrationModuleName").GetString());
        Assert.Equal(["Token"], fields.Where(field => field.GetProperty("IsEncrypted").GetBoolean()).Select(field => field.GetProperty("Name").GetString()));
        var entries = string.Join("; ", fields.Select(field => $"{field.GetProperty("Name").GetString()} = ''"));
        var result = await Run($$"""
            $info = @{ {{entries}} }
            $asset = Get-AutomationConnection -Name JobDrafts-OpenTrain
            foreach ($name in @($asset.Keys)) { if (-not $info.ContainsKey($name)) { throw "The type lacks $name." } }
            foreach ($name in @($info.Keys)) { $info[$name] = $asset[$name] }
            Connect-JobDraftService -ConnectionInfo $info
            (Test-JobDraftConnection).Succeeded
            """);

        Assert.Equal((0, string.Empty, "True"), (result.ExitCode, result.Error, result.Output.Trim()));
    }

    private static string Runbooks => Path.Combine(Checkout.Root, "samples", "runbooks");

    private Task<ScriptResult> Run(string script) => ScriptRun.ToEnd(Host + script, [Runbooks, state.FullName]);
}
