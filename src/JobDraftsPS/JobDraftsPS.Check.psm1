# Runs first, while an unsuitable session can still be told why.
if ($PSVersionTable.PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt [version] '7.4') {
    throw "JobDraftsPS needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is PowerShell $($PSVersionTable.PSVersion). Nothing was imported. Update PowerShell, then import the module again."
}

# One process takes one assembly of a name: a second copy of the module would fail with a message about assemblies.
$loaded = foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) { if ($assembly.GetName().Name -eq 'JobDraftsPS') { $assembly.Location } }
if ($loaded -and $loaded -ne [IO.Path]::Combine($PSScriptRoot, 'JobDraftsPS.dll')) {
    throw "Another copy of JobDraftsPS is loaded in this process already, from '$loaded'. Nothing was imported. Import that copy by its path, also inside -Parallel and jobs of threads, or start a new PowerShell for this one."
}

Export-ModuleMember -Function @() -Variable @()
