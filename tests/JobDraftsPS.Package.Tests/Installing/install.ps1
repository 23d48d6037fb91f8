# Installs the module from a folder that is a repository, uses it without importing it, updates and uninstalls it: by PSResourceGet,
# and by the old PowerShellGet. Runs with a home of its own, so that nothing of the user's is touched. Prints one line a step.
param(
    [Parameter(Mandatory)] [string] $Module,

    [Parameter(Mandatory)] [string] $Work
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$repository = (New-Item -ItemType Directory -Path "$Work/repository").FullName
Register-PSResourceRepository -Name Drafts -Uri $repository -Trusted
Publish-PSResource -Path $Module -Repository Drafts

# A newer version is the same module as the preview of the next patch: the package managers take one preview of a version for another.
$data = Import-PowerShellDataFile -Path "$Module/JobDraftsPS.psd1"
$preview = $data.PrivateData.PSData.Prerelease
$version = "$($data.ModuleVersion)-$preview"
$number = [version] $data.ModuleVersion
$next = "$($number.Major).$($number.Minor).$($number.Build + 1)"
$newer = "$next-$preview"
$null = New-Item -ItemType Directory -Path "$Work/newer"
Copy-Item -Path $Module -Destination "$Work/newer/JobDraftsPS" -Recurse
$manifest = "$Work/newer/JobDraftsPS/JobDraftsPS.psd1"
[IO.File]::WriteAllText($manifest, [IO.File]::ReadAllText($manifest).Replace("'$number'", "'$next'"))

function Get-InstalledCount { @(Get-Module -Name JobDraftsPS -ListAvailable).Count }

function Get-Found([object[]] $Found) { $Found | ForEach-Object { (@("$($_.Version)", $_.Prerelease) | Where-Object { $_ }) -join '-' } }

"find $((Get-Found (Find-PSResource -Name JobDraftsPS -Repository Drafts -Prerelease)) -contains $version)"
"find-by-command $((Find-PSResource -CommandName Update-JobDraft -Repository Drafts -Prerelease).ParentResource.Name)"
Install-PSResource -Name JobDraftsPS -Repository Drafts -Scope CurrentUser -Prerelease
"install $(Get-InstalledCount)"
# In a new process, where its first cmdlet has to find and load it.
$line = '$sandbox = Start-JobDraftSandbox; Connect-JobDraftService -Sandbox $sandbox; (Get-JobListing -JobId job_s01).Title'
"autoload $(& dotnet exec "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -Command $line)"
Publish-PSResource -Path "$Work/newer/JobDraftsPS" -Repository Drafts
Update-PSResource -Name JobDraftsPS -Repository Drafts -Prerelease
"update $((Get-Found (Get-InstalledPSResource -Name JobDraftsPS)) -contains $newer)"
Uninstall-PSResource -Name JobDraftsPS -Version '*' -Prerelease
"uninstall $(Get-InstalledCount)"

Register-PSRepository -Name OldDrafts -SourceLocation $repository -InstallationPolicy Trusted
Install-Module -Name JobDraftsPS -Repository OldDrafts -RequiredVersion $version -AllowPrerelease -Scope CurrentUser
"old-install $(Get-InstalledCount)"
Update-Module -Name JobDraftsPS -AllowPrerelease
"old-update $((Get-InstalledModule -Name JobDraftsPS -AllVersions -AllowPrerelease).Version -contains $newer)"
Uninstall-Module -Name JobDraftsPS -AllVersions -AllowPrerelease
"old-uninstall $(Get-InstalledCount)"
