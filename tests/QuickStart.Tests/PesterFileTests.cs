namespace JobDraftsPS.QuickStart.Tests;

/// <summary>
/// Pester needs a full PowerShell, which a machine with only the SDK lacks. So that its tests cannot go stale there, their bodies
/// run here too, with stand-ins for the few words of Pester that they use.
/// </summary>
public class PesterFileTests
{
    private const string StandIns = """
        param([string] $Tests)

        $script:failed = 0
        $script:setUp = $script:tearDown = { }

        # Pester gives every file a drive of its own; the few commands for files are not part of this engine either.
        $folder = [IO.Directory]::CreateTempSubdirectory('jobdrafts-pester-').FullName
        $paths = $ExecutionContext.SessionState.Path
        $files = $ExecutionContext.SessionState.Provider.GetOne('FileSystem')
        $null = $ExecutionContext.SessionState.Drive.New([Management.Automation.PSDriveInfo]::new('TestDrive', $files, $folder, '', $null), 'Global')
        $TestDrive = $folder
        function Join-Path($Path, $ChildPath) { [IO.Path]::Combine($Path, $ChildPath) }
        function Get-Content($LiteralPath) { [IO.File]::ReadAllLines($paths.GetUnresolvedProviderPathFromPSPath($LiteralPath)) }
        function Set-Content {
            param([Parameter(Position = 0)] $Path, [Parameter(ValueFromPipeline)] $Value, [switch] $NoNewline)
            end { [IO.File]::WriteAllText($paths.GetUnresolvedProviderPathFromPSPath($Path), $(if ($NoNewline) { $Value } else { @($input) -join "`n" })) }
        }

        function Push-Location($Path) { $script:pushed = $paths.CurrentLocation; $null = $paths.SetLocation($Path) }
        function Pop-Location { $null = $paths.SetLocation($script:pushed.Path) }
        function Sort-Object { $all = [Collections.Generic.List[object]] @($input); $all.Sort(); $all }

        function BeforeAll([scriptblock] $Body) { . $Body }
        function AfterAll([scriptblock] $Body) { $script:after = $Body }
        function BeforeEach([scriptblock] $Body) { $script:setUp = $Body }
        function AfterEach([scriptblock] $Body) { $script:tearDown = $Body }

        function Describe([string] $Name, [scriptblock] $Body) {
            $script:setUp = $script:tearDown = $script:after = { }
            . $Body
            . $script:after
        }

        function It([Parameter(Position = 0)] [string] $Name, [Parameter(Position = 1)] [scriptblock] $Body, [Alias('ForEach')] [object[]] $Cases = '', [switch] $Skip) {
            # Only the console's own engine turns tables into text.
            if ($Skip -or "$Body" -match 'Out-String') { return }
            foreach ($case in $Cases) {
                $_ = $case
                if ($case -is [hashtable]) { foreach ($name in $case.Keys) { $ExecutionContext.SessionState.PSVariable.Set($name, $case[$name]) } }
                . $script:setUp
                try { . $Body; "passed: $Name" } catch { $script:failed++; "FAILED: $Name ($_)" } finally { . $script:tearDown }
            }
        }

        function Should {
            param([Parameter(ValueFromPipeline)] $Actual, [Parameter(Position = 0)] [string] $Like = '*', $Be, $HaveCount, $Match, $BeGreaterThan, [switch] $BeNullOrEmpty, [switch] $Throw, [switch] $Not)
            end {
                $all = @($input)
                $holds = switch (@($PSBoundParameters.Keys | Where-Object { $_ -notin 'Actual', 'Like', 'Not' })) {
                    'Be' { $all.Count -eq @($Be).Count -and $(if ($all.Count -eq 1) { $all[0] -eq $Be } else { "$all" -eq "$Be" }) }
                    'HaveCount' { $all.Count -eq $HaveCount }
                    'Match' { "$all" -match $Match }
                    'BeGreaterThan' { $all[0] -gt $BeGreaterThan }
                    'BeNullOrEmpty' { "$all" -eq '' }
                    'Throw' { $message = $null; try { $null = & $all[0] } catch { $message = "$_" }; $null -ne $message -and $message -like $Like }
                }
                if ($holds -isnot [bool]) { throw "Should does not know $($PSBoundParameters.Keys)." }
                if ($holds -eq $Not) { throw "'$all' should $(if ($Not) { 'not ' })$($PSBoundParameters.Keys) $Be$HaveCount$Match$BeGreaterThan$Like" }
            }
        }

        try { . $Tests } finally { [IO.Directory]::Delete($folder, $true) }
        exit $script:failed
        """;

    [Fact]
    public async Task What_the_Pester_tests_promise_holds_on_this_engine()
    {
        var file = Path.Combine(Checkout.Around(AppContext.BaseDirectory).Root, "tests", "Pester", "JobDraftsPS.Tests.ps1");

        var result = await ScriptRun.ToEnd(StandIns, [file]);

        Assert.Empty(result.Error);
        var failed = result.Output.Split('\n').Where(line => line.StartsWith("FAILED", StringComparison.Ordinal)).ToArray();
        Assert.True(failed.Length == 0, string.Join('\n', failed));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("passed: publishes what is ready and refuses what is not", result.Output, StringComparison.Ordinal);
    }
}
