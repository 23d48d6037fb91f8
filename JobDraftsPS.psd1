@{
    RootModule             = 'lib/JobDraftsPS.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5d3b8f5e-6f0c-4a55-9f0e-5a3c1f6c2b71'
    Author                 = 'JobDraftsPS contributors'
    CompanyName            = 'JobDraftsPS contributors'
    Copyright              = '(c) JobDraftsPS contributors. MIT License.'
    Description            = 'Edits job drafts in bulk on OpenTrain, TEXTKING and Sorce, with a sandbox of all three to rehearse in.'
    CompatiblePSEditions   = @('Desktop', 'Core')
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('lib/JobDraftsPS.Format.ps1xml')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    CmdletsToExport        = @(
        'Close-JobListing'
        'Close-PublishedJob'
        'Connect-JobDraftService'
        'Disconnect-JobDraftService'
        'Export-JobDraftForm'
        'Find-JobLocation'
        'Find-PublishedJob'
        'Get-BillingAddress'
        'Get-DraftCapabilities'
        'Get-JobDraft'
        'Get-JobDraftConnection'
        'Get-JobDraftJournal'
        'Get-JobDraftSandbox'
        'Get-JobListing'
        'Get-PublishedJob'
        'Get-PublishedJobChange'
        'Get-PublishedJobFacet'
        'Get-TranslationCallback'
        'Get-TranslationCoupon'
        'Get-TranslationJob'
        'Get-TranslationLanguage'
        'Get-TranslationLineItem'
        'Get-TranslationPrice'
        'Get-TranslationProject'
        'Get-TranslationTopic'
        'Import-JobDraftForm'
        'Invoke-JobDraftPlan'
        'New-JobDraft'
        'New-JobDraftPlan'
        'New-JobListing'
        'New-TranslationCallback'
        'New-TranslationJob'
        'New-TranslationProject'
        'Publish-Job'
        'Remove-TranslationCallback'
        'Remove-TranslationJob'
        'Remove-TranslationProject'
        'Resume-JobListing'
        'Set-JobDraftSandbox'
        'Set-JobListing'
        'Set-TranslationCallback'
        'Set-TranslationJob'
        'Set-TranslationProject'
        'Start-JobDraftSandbox'
        'Start-TranslationProject'
        'Stop-JobDraftSandbox'
        'Stop-TranslationProject'
        'Suspend-JobListing'
        'Test-JobDraftConnection'
        'Update-JobDraft'
        'Update-PublishedJob'
    )
    AliasesToExport        = @(
        'Get-DraftCapability'
        'Publish-JobDraft'
    )
    PrivateData            = @{
        PSData = @{
            Tags       = @('OpenTrain', 'TEXTKING', 'Sorce', 'Jobs', 'Bulk', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
