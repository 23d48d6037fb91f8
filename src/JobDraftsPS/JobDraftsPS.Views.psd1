# What records look like, as a part of the module that is loaded after its check: a second copy must fail there, with its reason, and
# not over views that the first one has brought.
@{
    ModuleVersion     = '1.0.0'
    GUID              = 'd0b9a3a5-3c7e-4a57-8f3c-7a1f0c9d2e64'
    Author            = 'JobDraftsPS contributors'
    TypesToProcess    = @('JobDraftsPS.Types.ps1xml')
    FormatsToProcess  = @('JobDraftsPS.Format.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
