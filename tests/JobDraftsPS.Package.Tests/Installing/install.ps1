# Installs the module from a folder that is a repository, uses it without importing it, updates and uninstalls it: by PSResourceGet,
# and by the old PowerShellGet. Runs with a home of its own, so that nothing of the user's is touched. Prints one line a step.
param(
    [Parameter(Mandatory)] [string] $Module,

    [Parameter(Mandatory)] [string] $Work
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$repository = (New-Item -ItemType Directory -Path "$Work/repository").FullName
Compress-PSResource -Path $Module -DestinationPath $repository

# A newer version is the same module under a higher number.
$version = (Import-PowerShellDataFile -Path "$Module/JobDraftsPS.psd1").ModuleVersion
$newer = "$version.1"
$null = New-Item -ItemType Directory -Path "$Work/newer"
Copy-Item -Path $Module -Destination "$Work/newer/JobDraftsPS" -Recurse
$manifest = "$Work/newer/JobDraftsPS/JobDraftsPS.psd1"
[IO.File]::WriteAllText($manifest, [IO.File]::ReadAllText($manifest).Replace("'$version'", "'$newer'"))

function Get-InstalledCount { @(Get-Module -Name JobDraftsPS -ListAvailable).Count }

Register-PSResourceRepository -Name Drafts -Uri $repository -Trusted
"find $((Find-PSResource -Name JobDraftsPS -Repository Drafts).Version -eq $version)"
"find-by-command $((Find-PSResource -CommandName Update-JobDraft -Repository Drafts).ParentResource.Name)"
Install-PSResource -Name JobDraftsPS -Repository Drafts -Scope CurrentUser
"install $(Get-InstalledCount)"
# In a new process, where its first cmdlet has to find and load it.
$line = '$sandbox = Start-JobDraftSandbox; Connect-JobDraftService -Sandbox $sandbox; (Get-JobListing -JobId job_s01).Title'
"autoload $(& dotnet exec "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -Command $line)"
Compress-PSResource -Path "$Work/newer/JobDraftsPS" -DestinationPath $repository
Update-PSResource -Name JobDraftsPS -Repository Drafts
"update $((Get-InstalledPSResource -Name JobDraftsPS).Version -contains [version] $newer)"
Uninstall-PSResource -Name JobDraftsPS -Version '*'
"uninstall $(Get-InstalledCount)"

Register-PSRepository -Name OldDrafts -SourceLocation $repository -InstallationPolicy Trusted
Install-Module -Name JobDraftsPS -Repository OldDrafts -RequiredVersion $version -Scope CurrentUser
"old-install $(Get-InstalledCount)"
Update-Module -Name JobDraftsPS
"old-update $((Get-InstalledModule -Name JobDraftsPS).Version -eq $newer)"
Uninstall-Module -Name JobDraftsPS -AllVersions
"old-uninstall $(Get-InstalledCount)"
