# Reads the examples out of the help's pages: whatever stands in a powershell block.

function Get-HelpExample([string] $Folder) {
    $files = [IO.Directory]::GetFiles($Folder, '*.md')
    [Array]::Sort($files, [StringComparer]::Ordinal)
    foreach ($file in $files) {
        $title = ''
        $number = 0
        $code = $null
        foreach ($line in [IO.File]::ReadAllLines($file)) {
            if ($null -eq $code -and $line -match '^#+ (.+)$') {
                $title = $Matches[1]
                $number = 0
            }
            elseif ($line -eq '```powershell') {
                $code = @()
                $number++
            }
            elseif ($line -eq '```' -and $null -ne $code) {
                @{ Page = [IO.Path]::GetFileNameWithoutExtension($file); Title = "$title, $number"; Code = $code -join "`n" }
                $code = $null
            }
            elseif ($null -ne $code) {
                $code += $line
            }
        }
    }
}
