namespace JobDraftsPS.QuickStart.Tests;

/// <summary>
/// The words of Pester 5 that the files in tests/Pester use, for an engine without Pester. As there, a file is read twice over:
/// discovery runs the file and what stands in its Describe blocks, and only then the collected blocks run, which see nothing
/// that discovery knew but the data of their <c>-ForEach</c>. A body that calls a command which this engine lacks is not run,
/// and is said to be so.
/// </summary>
internal static class PesterWords
{
    /// <summary>A script that takes the path of a file and says what became of each It in it, a line each.</summary>
    public const string Script = """
        param([string] $__file, [string] $__standIns)

        Import-Module $__standIns
        $__folder = [IO.Directory]::CreateTempSubdirectory('jobdrafts-pester-').FullName
        $__paths = $ExecutionContext.SessionState.Path

        """ + Commands + Discovery + Run + Assertions + """

        try {
            & { . $__file }
            __Block $__root
        }
        finally {
            $null = $__paths.SetLocation([IO.Path]::GetTempPath())
            [IO.Directory]::Delete($__folder, $true)
        }
        """;

    /// <summary>The few commands for files and lists that a full PowerShell brings beside those of this engine.</summary>
    private const string Commands = """
        function Join-Path($Path, $ChildPath) { [IO.Path]::Combine($Path, $ChildPath) }
        function Push-Location($Path) { $script:__pushed = $__paths.CurrentLocation; $null = $__paths.SetLocation($Path) }
        function Pop-Location { $null = $__paths.SetLocation($script:__pushed.Path) }
        function Set-Content($Path, $Value, [switch] $NoNewline) {
            [IO.File]::WriteAllText($__paths.GetUnresolvedProviderPathFromPSPath($Path), $(if ($NoNewline) { $Value } else { "$Value`n" }))
        }

        function Sort-Object { $all = [Collections.Generic.List[object]] @($input); $all.Sort(); $all }
        function Select-Object([int] $First) { $all = @($input); $all[0..([Math]::Min($First, $all.Count) - 1)] }

        """;

    private const string Discovery = """
        # A cmdlet runs a block in the scope that calls it, and a function would not.
        ${alias:BeforeDiscovery} = 'ForEach-Object'

        function __New($name, $data, $body) { @{ Name = $name; Data = $data; Body = $body; Before = @(); After = @(); Each = @(); AfterEach = @(); Items = @() } }
        function BeforeAll([scriptblock] $Body) { $script:__block.Before += $Body }
        function AfterAll([scriptblock] $Body) { $script:__block.After += $Body }
        function BeforeEach([scriptblock] $Body) { $script:__block.Each += $Body }
        function AfterEach([scriptblock] $Body) { $script:__block.AfterEach += $Body }

        function Describe([string] $Name, [scriptblock] $Body) {
            $outer = $script:__block
            $script:__block = __New $Name $null $null
            $outer.Items += $script:__block
            $null = . $Body
            $script:__block = $outer
        }

        function It([Parameter(Position = 0)] [string] $Name, [Parameter(Position = 1)] [scriptblock] $Body, [object[]] $ForEach, [switch] $Skip) {
            if ($PSBoundParameters.ContainsKey('ForEach') -and -not $ForEach) { throw "'$Name' has no data when it is discovered." }
            # One round with $null where there is no data.
            foreach ($data in @($ForEach)) {
                $it = __New $Name $data $Body
                $it.Skip = $Skip
                $script:__block.Items += $it
            }
        }

        $script:__root = $script:__block = __New '' $null $null

        """;

    private const string Run = """
        # Every name begins with underscores, so that no test finds by chance what it ought to have made itself.
        function __Lacking($__body) {
            $__known = @{}
            $__body.Ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() } |
                Where-Object { $_ -and -not $__known[$_] -and -not (Get-Command $_ -ErrorAction Ignore) } | ForEach-Object { $__known[$_] = $true; $_ }
        }

        function __Block($__it, $__each = @(), $__afterEach = @()) {
            $TestDrive = $__folder
            $null = $ExecutionContext.SessionState.Drive.New([Management.Automation.PSDriveInfo]::new('TestDrive', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $__folder, '', $null), 'Local')
            foreach ($__body in $__it.Before) { $null = . $__body }
            try {
                foreach ($__item in $__it.Items) {
                    if ($__item.Body) { __It $__item ($__each + $__it.Each) ($__it.AfterEach + $__afterEach) }
                    else { __Block $__item ($__each + $__it.Each) ($__it.AfterEach + $__afterEach) }
                }
            }
            finally {
                foreach ($__body in $__it.After) { $null = . $__body }
            }
        }

        function __It($__it, $__each, $__afterEach) {
            $_ = $__it.Data
            if ($_ -is [hashtable]) { foreach ($__name in @($_.Keys)) { $ExecutionContext.SessionState.PSVariable.Set($__name, $_[$__name]) } }
            $__name = [regex]::Replace($__it.Name, '<(\w+)>', { $__key = $args[0].Groups[1].Value; "$(if ($__key -eq '_') { $__it.Data } else { $__it.Data[$__key] })" })
            $__lacking = __Lacking $__it.Body
            if ($__lacking) { "not run: $($__it.Name) ($__lacking)"; return }
            if ($__it.Skip) { "skipped: $__name"; return }
            $__wrong = $null
            try {
                foreach ($__body in $__each) { $null = . $__body }
                $null = . $__it.Body
            }
            catch {
                $__wrong = $_
            }
            finally {
                foreach ($__body in $__afterEach) { $null = . $__body }
            }

            if ($__wrong) { "FAILED: $__name ($__wrong $($__wrong.ScriptStackTrace -replace '\s+', ' '))" } else { "passed: $__name" }
        }

        """;

    private const string Assertions = """
        function Should {
            param(
                [Parameter(ValueFromPipeline)] $Actual, [Parameter(Position = 0)] [string] $Like = '*',
                $Be, $HaveCount, $Match, $BeGreaterThan, $Contain, [switch] $BeNullOrEmpty, [switch] $Throw, [switch] $Not
            )
            end {
                $all = @($input)
                $holds = switch (@($PSBoundParameters.Keys | Where-Object { $_ -notin 'Actual', 'Like', 'Not' })) {
                    'Be' { $all.Count -eq @($Be).Count -and -not @(0..($all.Count - 1) | Where-Object { $all[$_] -ne @($Be)[$_] }) }
                    'HaveCount' { $all.Count -eq $HaveCount }
                    'Match' { "$all" -match $Match }
                    'BeGreaterThan' { $all[0] -gt $BeGreaterThan }
                    'Contain' { $all -contains $Contain }
                    'BeNullOrEmpty' { "$all" -eq '' }
                    'Throw' { $message = $null; try { $null = & $all[0] } catch { $message = "$_" }; $null -ne $message -and $message -like $Like }
                }
                if ($holds -isnot [bool]) { throw "Should does not know $($PSBoundParameters.Keys)." }
                if ($holds -eq $Not) { throw "'$all' should $(if ($Not) { 'not ' })$($PSBoundParameters.Keys) $Be$HaveCount$Match$BeGreaterThan$Contain$Like" }
            }
        }

        """;
}
