# What `dotnet run --project samples/QuickStart` starts in the real console, with the module imported.
#
#   dotnet run --project samples/QuickStart                                   runs bulk-edit.ps1
#   dotnet run --project samples/QuickStart -- -Interactive                   opens a prompt, connected to a new sandbox
#   dotnet run --project samples/QuickStart -- samples/gap-filling.ps1 ...    runs another script with its arguments
#
# No parameters of its own: what follows the script's path belongs to that script.
$module = [IO.Path]::GetFullPath("$PSScriptRoot/../../JobDraftsPS.psd1")

# Colours are for a screen. Windows PowerShell has no $PSStyle, and writes none into a file.
if ([Console]::IsOutputRedirected -and $PSStyle) { $PSStyle.OutputRendering = 'PlainText' }

if ($args.Count -gt 0 -and $args[0] -eq '-Interactive') {
    & dotnet exec "$PSHOME/pwsh.dll" -NoLogo -NoProfile -NoExit -File "$PSScriptRoot/prompt.ps1" -Module $module
    exit $LASTEXITCODE
}

# A script that is stopped by Ctrl+C ends the process with 130, as a shell would report it; PowerShell alone would say 0.
$isStopped = $true
try {
    if ($args.Count -eq 0) {
        Write-Host "PowerShell $($PSVersionTable.PSVersion) ($($PSVersionTable.PSEdition)) on $($PSVersionTable.OS)"
        & "$PSScriptRoot/bulk-edit.ps1"
        $LASTEXITCODE = 0
    }
    else {
        Import-Module $module -ErrorAction Stop
        # A switch with a value, such as -Force:$false, keeps it only by its name; all else goes on in its order.
        $script, $rest, $switches = $args[0], @(), @{}
        for ($i = 1; $i -lt $args.Count; $i++) {
            $name = $args[$i].'<CommandParameterName>'
            if ($name -and $i + 1 -lt $args.Count -and $args[$i + 1] -is [bool]) { $switches[$name] = $args[++$i] }
            else { $rest += $args[$i] }
        }
        & $script @rest @switches
    }

    $isStopped = $false
}
catch {
    $isStopped = $false
    throw
}
finally {
    if ($isStopped) { $Host.SetShouldExit(130) }
}

exit $LASTEXITCODE
