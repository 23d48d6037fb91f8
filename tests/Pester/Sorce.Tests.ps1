# Sorce from a user's console: listings from the draft to the end, and places.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'Listings' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'are made with a place and a cap, and keep their caps when one is added' {
        $listing = New-JobListing -Title 'Bench jeweller' -RemoteOption HYBRID -Locations 'Tulsa, Oklahoma' -Budgets @{ window = 'WEEKLY'; budgetCents = 20000 }
        $edited = $listing | Set-JobListing -AddBudget @{ window = 'DAILY'; budgetCents = 4000 }

        $listing.Status | Should -Be 'DRAFT'
        (Find-JobLocation -Query Tulsa).LocationId | Should -Be $edited.Locations[0].LocationId
        ($listing | Get-JobListing).Budgets.Window -join ' ' | Should -Be 'WEEKLY DAILY'
    }

    It 'are made and changed from sheets' {
        $made = @(Import-Csv -Path "$root/docs/samples/new-listings.csv" | New-JobListing)
        $changed = @(Import-Csv -Path "$root/docs/samples/listing-edits.csv" | Set-JobListing)

        $made[0].Title | Should -Be 'Ferry steward'
        ($changed | Where-Object JobId -EQ job_s01).SalaryMin | Should -Be 125000
    }

    It 'are published by the rows of a sheet' {
        $rows = @(Import-Csv -Path "$root/samples/QuickStart/edits.csv" | Where-Object service -EQ Sorce)
        $listings = @($rows | Publish-Job)

        $listings | Should -HaveCount 5
        @($listings | Where-Object Status -NE ACTIVE) | Should -HaveCount 0
    }

    It 'are paused and resumed' {
        (Suspend-JobListing -JobId job_live01).Status | Should -Be 'PAUSED'
        (Resume-JobListing -JobId job_live01).Status | Should -Be 'ACTIVE'
    }

    It 'are closed' {
        (Close-JobListing -JobId job_live01 -Confirm:$false).Status | Should -Be 'CLOSED'
        (Get-JobListing -JobId job_live01).Status | Should -Be 'CLOSED'
    }

    It 'say which of them lack something' {
        $lacking = @(Get-JobListing | Where-Object PublishReady -EQ $false)

        $lacking.Count | Should -BeGreaterThan 0
        @($lacking | Where-Object MissingFieldCount -EQ 0) | Should -HaveCount 0
    }
}
