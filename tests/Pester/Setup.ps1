# What the files here share. Each of them begins with
#   BeforeAll { . "$PSScriptRoot/Setup.ps1"; Enter-TestSession }
#   AfterAll { Exit-TestSession }
# Everything happens in a sandbox inside this process; nothing leaves the machine, and nothing of the user's is read.

$script:root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
# The checkout is a module, and so is an unpacked package that the variable names.
$script:module = $root
if ($env:JOBDRAFTS_MODULE_PATH) { $script:module = $env:JOBDRAFTS_MODULE_PATH }

# From these the module takes tokens and addresses that nobody gave it, and the place of what it remembers beyond a process.
$script:variables = 'OT_API_TOKEN', 'OPENTRAIN_API_TOKEN', 'OT_API_BASE_URL', 'OPENTRAIN_API_BASE_URL', 'TEXTKING_ACCESS_TOKEN', 'SORCE_API_KEY', 'JOBDRAFTS_STATE_PATH'

# The prepared project of the sandbox with its jobs, and the running one.
$script:project = '11111111-1111-4111-8111-111111111111'
$script:job = 'aaaaaaaa-0000-4000-8000-000000000001'
$script:runningProject = '22222222-2222-4222-8222-222222222222'
$script:runningJob = 'bbbbbbbb-0000-4000-8000-000000000001'

function Enter-TestSession {
    if (-not [IO.File]::Exists("$module/lib/JobDraftsPS.dll")) {
        throw 'The module is not built yet: run ./build.ps1 first.'
    }

    $script:kept = @{}
    foreach ($name in $variables) {
        $kept[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
    }

    $env:JOBDRAFTS_STATE_PATH = [IO.Path]::Combine([IO.Path]::GetTempPath(), "jobdrafts-pester-$([Guid]::NewGuid().ToString('N'))")
    Import-Module -Name "$module/JobDraftsPS.psd1" -Force -ErrorAction Stop
}

function Exit-TestSession {
    Disconnect-Sandbox
    Remove-Module -Name JobDraftsPS -ErrorAction SilentlyContinue
    if ([IO.Directory]::Exists($env:JOBDRAFTS_STATE_PATH)) { [IO.Directory]::Delete($env:JOBDRAFTS_STATE_PATH, $true) }
    foreach ($name in $variables) {
        $value = $kept[$name]
        if ($null -eq $value) { $value = [NullString]::Value }
        [Environment]::SetEnvironmentVariable($name, $value)
    }
}

# A sandbox of its own, and this session connected to it.
function Connect-Sandbox {
    $script:sandbox = Start-JobDraftSandbox
    Connect-JobDraftService -Sandbox $sandbox
}

function Disconnect-Sandbox {
    Disconnect-JobDraftService
    Get-JobDraftSandbox | Stop-JobDraftSandbox
}

# What the services of the sandbox were asked to change so far, as the verb of each request.
function Get-SandboxWrite {
    $log = [Net.WebClient]::new().DownloadString("$($sandbox.ControlUri)".TrimEnd('/') + '/requests')
    [regex]::Matches($log, '"method":\s*"(POST|PUT|PATCH|DELETE)"') | ForEach-Object { $_.Groups[1].Value }
}

# What a console of some width shows, without colours: its lines that are not empty.
function Get-ShownLine([int] $Width) {
    $shown = $input | Out-String -Width $Width
    $shown -replace "$([char] 27)\[[0-9;]*m" -split "`r?`n" | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
}
