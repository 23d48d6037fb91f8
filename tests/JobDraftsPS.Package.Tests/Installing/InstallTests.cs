using System.Diagnostics;
using JobDraftsPS.Console.Tests;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Package.Tests.Installing;

/// <summary>The package on its way to a user, in the real console, with a home of its own.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_found_installed_loaded_by_its_first_cmdlet_updated_and_uninstalled_by_both_package_managers()
    {
        var work = Directory.CreateDirectory(Path.Combine(folder.Path, "work")).FullName;
        var (exitCode, output) = await RunAsync(PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", Path.Combine(PackedModule.Root, "tests", "JobDraftsPS.Package.Tests", "Installing", "install.ps1"), "-Module", PackedModule.Tree, "-Work", work]));

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["find True", "find-by-command JobDraftsPS", "install 1", "autoload Backend developer", "update True", "uninstall 0", "old-install 1", "old-update True", "old-uninstall 0"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Without_a_network_the_first_restore_of_the_console_says_in_one_line_what_is_missing_and_how_to_go_on()
    {
        // A repository with nothing but the tool's manifest, on a machine that has no package and no source of any.
        Directory.CreateDirectory(Path.Combine(folder.Path, ".config"));
        File.Copy(Path.Combine(PackedModule.Root, ".config", "dotnet-tools.json"), Path.Combine(folder.Path, ".config", "dotnet-tools.json"));
        File.WriteAllText(Path.Combine(folder.Path, "NuGet.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        File.WriteAllText(Path.Combine(folder.Path, "any.proj"), $"<Project><PropertyGroup><RepositoryRoot>{folder.Path}/</RepositoryRoot><NuGetPackageRoot>{folder.Path}/packages/</NuGetPackageRoot></PropertyGroup><Import Project=\"{PackedModule.Root}/tools/Console.targets\" /></Project>");
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(folder.Path, "any.proj"), "-t:RestorePowerShell", "-v:quiet", "-nologo", "-tl:off"]) { WorkingDirectory = folder.Path };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages");

        var (exitCode, output) = await RunAsync(start);

        Assert.NotEqual(0, exitCode);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("error JDPS001: PowerShell 7.6.9 could not be downloaded", line, StringComparison.Ordinal);
        Assert.Contains("run 'dotnet tool restore' in", line, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("JOBDRAFTS_MODULE_PATH");
        foreach (var (name, place) in new[] { ("HOME", ""), ("USERPROFILE", ""), ("XDG_DATA_HOME", ".local/share"), ("XDG_CONFIG_HOME", ".config"), ("XDG_CACHE_HOME", ".cache") })
        {
            // A folder that is not there is taken for none, and what belongs into it would go into the current folder.
            start.Environment[name] = Directory.CreateDirectory(Path.Combine(folder.Path, "home", place)).FullName;
        }

        start.WorkingDirectory = folder.Path;
        var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, TestContext.Current.CancellationToken);
        return (exitCode, output + error);
    }
}
