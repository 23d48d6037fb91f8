using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

public sealed class ImportTests
{
    [Fact]
    public async Task Import_loads_none_of_the_libraries_that_read_or_send()
    {
        var run = await EngineProcess.RunAsync($$"""
            $before = @({{Scripts.Loaded}})
            {{Scripts.Import()}}
            {{Scripts.Loaded}} | Where-Object { $before -notcontains $_ }
            """);

        Assert.Empty(run.Error);
        Assert.Equal(
            ["JobDraftsPS", "JobDraftsPS.Loader", "JobDraftsPS.Model"],
            run.Output.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_sends_nothing_even_where_the_environment_has_tokens_and_addresses()
    {
        using var server = new RecordingServer(_ => new Reply(200, "{}"));
        var run = await EngineProcess.RunAsync(
            Scripts.Import(),
            environment: new Dictionary<string, string>(Bare)
            {
                ["OT_API_TOKEN"] = "token-of-the-environment",
                ["OT_API_BASE_URL"] = server.Origin,
                ["TEXTKING_ACCESS_TOKEN"] = "token-of-the-environment",
                ["SORCE_API_KEY"] = "token-of-the-environment",
            });

        Assert.Empty(run.Error);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Import_needs_nothing_of_the_environment()
    {
        var run = await EngineProcess.RunAsync($"{Scripts.Import()}\n(Get-Command Update-JobDraft).Name", Bare);

        Assert.Empty(run.Error);
        Assert.Equal(["Update-JobDraft"], run.Output);
    }

    [Fact]
    public async Task All_exported_types_load_before_anyone_knows_where_the_private_libraries_are()
    {
        // The engine looks through them before the module gets its first word.
        var run = await EngineProcess.RunAsync($$"""
            $assembly = [Reflection.Assembly]::LoadFrom('{{Path.Combine(Repository.Lib, "JobDraftsPS.dll")}}')
            $types = $assembly.GetExportedTypes()
            foreach ($type in $types) { $null = $type.GetCustomAttributes($false); $null = $type.GetProperties() }
            "types: $($types.Count -gt 0)"
            {{Scripts.Loaded}} | Where-Object { $_ -match '^JobDraftsPS\.(Core|Sandbox) ' }
            """);

        Assert.Empty(run.Error);
        Assert.Equal(["types: True"], run.Output);
    }

    [Theory]
    [InlineData("7.3.12", false)]
    [InlineData("7.4.0", true)]
    public async Task A_PowerShell_older_than_7_4_is_told_and_gets_no_cmdlet(string version, bool isTaken)
    {
        var run = await EngineProcess.RunAsync($$"""
            $PSVersionTable.PSVersion = [version] '{{version}}'
            try { {{Scripts.Import()}} } catch { $_.Exception.Message }
            "cmdlets: $(@(Get-Command -Name Get-JobDraft -ListImported -ErrorAction Ignore).Count)"
            """);

        Assert.Equal(
            isTaken
                ? ["cmdlets: 1"]
                : [$"JobDraftsPS needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is PowerShell {version}. Nothing was imported. Update PowerShell, then import the module again.", "cmdlets: 0"],
            run.Output);
    }

    /// <summary>What a process of .NET itself needs, and nothing else.</summary>
    private static Dictionary<string, string> Bare => new[] { "PATH", "DOTNET_ROOT", "SystemRoot", "TEMP", "TMP" }
        .Where(name => Environment.GetEnvironmentVariable(name) is not null)
        .ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name)!);
}
