<#
.SYNOPSIS
Makes docs/screens: what a terminal shows at 80 and at 120 columns, as text. Needs tmux and a built module.
#>
[CmdletBinding()]
param([string] $OutPath = "$PSScriptRoot/../docs/screens")

$ErrorActionPreference = 'Stop'
$root = [IO.Path]::GetFullPath("$PSScriptRoot/..")
$null = [IO.Directory]::CreateDirectory($OutPath)
$env:JOBDRAFTS_STATE_PATH = [IO.Directory]::CreateTempSubdirectory('screens-').FullName
$env:LC_ALL = 'C.UTF-8'

# Name, line to type, pattern that shows that it is there, keys that end it.
$screens = @(
    @{ Name = 'drafts'; Line = 'Get-JobDraft'; Until = 'ot-draft-01' }
    @{ Name = 'listings'; Line = 'Get-JobListing'; Until = 'job_s01' }
    @{ Name = 'translation-jobs'; Line = 'Get-TranslationJob 11111111-1111-4111-8111-111111111111'; Until = '000000000012' }
    @{ Name = 'plan'; Line = '(New-JobDraftPlan ./samples/QuickStart/edits.csv -WarningAction SilentlyContinue).Rows | Select-Object -First 5'; Until = 'ot-draft-05' }
    @{ Name = 'progress'; Line = 'Set-JobDraftSandbox -LatencyMs 200; 1..300 | % { "ot-draft-{0:d2}" -f (1 + $_ % 16) } | Update-JobDraft -Headcount 5 | Out-Null'; Until = '[1-9]\d* done, '; End = 'C-c' }
    @{ Name = 'prompt'; Line = 'Close-JobListing job_live01'; Until = 'default is'; End = 'Enter' }
)

function Get-Screen([string] $Server) { (& tmux -L $Server capture-pane -p) -join "`n" }

foreach ($width in 80, 120) {
    $server = "screens$width"
    & tmux -L $server -f /dev/null new-session -d -x $width -y 40 dotnet exec "$PSHOME/pwsh.dll" -NoLogo -NoProfile -NoExit -File "$root/samples/QuickStart/prompt.ps1" -Module "$root/JobDraftsPS.psd1"
    try {
        while ((Get-Screen $server) -notmatch '(?m)^PS ') { [Threading.Thread]::Sleep(100) }
        & tmux -L $server send-keys -l 'function prompt { "> " }'
        & tmux -L $server send-keys Enter
        foreach ($screen in $screens) {
            & tmux -L $server send-keys -l "clear; $($screen.Line)"
            & tmux -L $server send-keys Enter
            $last = [DateTime]::UtcNow.AddSeconds(60)
            do {
                [Threading.Thread]::Sleep(300)
                $shown = Get-Screen $server
                # The line that was typed has the text too; what counts stands below it.
                $below = $shown -replace '(?s)\A.*?clear; [^\n]*\n', ''
            } until ($below -match $screen.Until -or [DateTime]::UtcNow -gt $last)
            $text = ($below -split "`n" | ForEach-Object TrimEnd) -join "`n"
            [IO.File]::WriteAllText("$OutPath/$($screen.Name)-$width.txt", ($text -replace '\n>\s*\z').Trim("`n") + "`n")
            if ($screen.End) { & tmux -L $server send-keys $screen.End }
            [Threading.Thread]::Sleep(1000)
        }
    }
    finally { & tmux -L $server kill-server }
}
