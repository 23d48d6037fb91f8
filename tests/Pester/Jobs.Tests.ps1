# Several at a time, by PowerShell's own means: a runspace has no connection of its own, so one is handed to it.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'Side by side' {
    BeforeEach {
        $script:sandbox = Start-JobDraftSandbox
        $script:connection = Connect-JobDraftService -Sandbox $sandbox -PassThru
        $script:manifest = [IO.Path]::GetFullPath("$module/JobDraftsPS.psd1")
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'ForEach-Object -Parallel writes drafts by -Connection' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $ids = 1..8 | ForEach-Object { 'ot-draft-{0:00}' -f $_ }
        $drafts = $ids | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module -Name $using:manifest
            Update-JobDraft -JobId $_ -JobTitle "Title of $_" -Connection $using:connection
        }

        $drafts.JobId | Sort-Object | Should -Be $ids
        @(Get-JobDraft | Where-Object Title -Like 'Title of *') | Should -HaveCount 8
    }

    It 'ForEach-Object -Parallel has no connection that nobody gave it' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $told = 'ot-draft-01' | ForEach-Object -Parallel {
            Import-Module -Name $using:manifest
            try { Update-JobDraft -JobId $_ -Headcount 2 } catch { $_.FullyQualifiedErrorId }
        }

        $told | Should -Match '^JobDrafts\.NoConnection'
        @(Get-SandboxWrite) | Should -HaveCount 0
    }

    It 'Start-ThreadJob writes a listing by -Connection' -Skip:($null -eq (Get-Command -Name Start-ThreadJob -ErrorAction SilentlyContinue)) {
        $work = Start-ThreadJob -ScriptBlock {
            Import-Module -Name $using:manifest
            Set-JobListing -JobId job_s01 -Title 'Ferry developer' -Connection $using:connection
        }
        $listing = $work | Receive-Job -Wait -AutoRemoveJob

        $listing.Title | Should -Be 'Ferry developer'
    }

    It 'a job of PowerShell is none of the services' -Skip:($null -eq (Get-Command -Name Start-ThreadJob -ErrorAction SilentlyContinue)) {
        $work = Start-ThreadJob -ScriptBlock { 'done' }
        $null = $work | Publish-Job -Service OpenTrain -ErrorAction SilentlyContinue -ErrorVariable refused
        $work | Remove-Job -Force

        $refused[0].FullyQualifiedErrorId | Should -Match '^JobDrafts\.NotAJob'
        @(Get-SandboxWrite) | Should -HaveCount 0
    }

    It 'the first of many can be enough' {
        $first = @(1..16 | ForEach-Object { 'ot-draft-{0:00}' -f $_ } | Update-JobDraft -Headcount 3 -ThrottleLimit 1 | Select-Object -First 2)

        $first.JobId | Should -Be 'ot-draft-01', 'ot-draft-02'
    }
}
