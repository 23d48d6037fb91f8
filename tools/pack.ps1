<#
.SYNOPSIS
Packs the folder of a built module for a gallery, with Compress-PSResource.

.DESCRIPTION
A file that is no part of the module is refused, and so is a missing one. Into the manifest of the folder go what a gallery shows and
nobody should keep by hand: the tags by which Find-PSResource finds each cmdlet, and the changelog's section of the version.

.PARAMETER Module
The folder with the manifest, lib/ and en-US/.

.PARAMETER OutPath
Where the package goes; an older one of the module is taken away.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Module,

    [Parameter(Mandatory)] [string] $OutPath
)

$ErrorActionPreference = 'Stop'
$manifest = "$Module/JobDraftsPS.psd1"
$texts = 'JobDraftsPS.psd1', 'README.md', 'LICENSE', 'NOTICE.md', 'CHANGELOG.md'
$needed = $texts + 'lib/JobDraftsPS.dll', 'en-US/JobDraftsPS.dll-Help.xml'
$parts = '^lib/[^/]+\.(dll|ps1xml|psm1|psd1)$|^lib/Dependencies/[^/]+/[^/]+\.dll$|^en-US/about_[^/]+\.help\.txt$'

$files = [IO.Directory]::GetFiles($Module, '*', 'AllDirectories') | ForEach-Object { [IO.Path]::GetRelativePath($Module, $_).Replace('\', '/') }
$missing = $needed | Where-Object { $_ -notin $files }
if ($missing) { throw "The module lacks $($missing -join ', '). Nothing was packed." }
$foreign = $files | Where-Object { $_ -notin $needed -and $_ -notmatch $parts }
if ($foreign) { throw "These files are no part of the module: $($foreign -join ', '). Nothing was packed." }

$data = Import-PowerShellDataFile -Path $manifest
$version = (@($data.ModuleVersion, $data.PrivateData.PSData.Prerelease) | Where-Object { $_ }) -join '-'
$changes = [IO.File]::ReadAllText("$Module/CHANGELOG.md").Replace("`r`n", "`n")
$section = foreach ($name in $version, 'Unreleased') {
    if ($changes -match "(?ms)^## \[$([regex]::Escape($name))\][^\n]*\n(.*?)(?=^## \[|\z)" -and $Matches[1].Trim()) { $Matches[1].Trim(); break }
}
if (-not $section) { throw "CHANGELOG.md has no section for $version and none for what is unreleased. Nothing was packed." }

$tags = @($data.PrivateData.PSData.Tags) + 'PSIncludes_Cmdlet' + ($data.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }) | Select-Object -Unique
if (($tags -join ' ').Length -gt 4000) { throw "The tags have $(($tags -join ' ').Length) characters, and a gallery takes 4000. Nothing was packed." }

$text = [IO.File]::ReadAllText($manifest)
$written = [regex]::Replace($text, '(?m)^(\s+Tags\s*=\s*)@\([^)]*\)', { param($found) $found.Groups[1].Value + '@(' + (($tags | ForEach-Object { "'$_'" }) -join ', ') + ')' })
$written = [regex]::Replace($written, "(?m)^(\s+ReleaseNotes\s*=\s*)'[^\n]*'", { param($found) $found.Groups[1].Value + "'" + $section.Replace("'", "''") + "'" })
[IO.File]::WriteAllText($manifest, $written)
$null = Test-ModuleManifest -Path $manifest

$null = [IO.Directory]::CreateDirectory($OutPath)
[IO.Directory]::GetFiles($OutPath, 'JobDraftsPS.*.nupkg') | ForEach-Object { [IO.File]::Delete($_) }
Compress-PSResource -Path $Module -DestinationPath $OutPath
