namespace JobDraftsPS.Console.Tests.Building;

/// <summary>build.ps1 in the real console, each task, over a copy of the repository that has no build in it.</summary>
public sealed class BuildScriptTests : IDisposable
{
    /// <summary>What a build of the module needs.</summary>
    private static readonly string[] Sources = ["src", "tools", "docs", ".config", "build.ps1", "JobDraftsPS.psd1", "README.md", "LICENSE", "NOTICE.md", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("build-");

    public void Dispose() => copy.Delete(recursive: true);

    [Fact]
    public async Task Build_makes_the_module_Docs_its_help_Pack_the_package_and_Clean_leaves_only_sources()
    {
        LayOut();
        var before = Files();

        // Release, as the package is: the two share one build.
        Assert.Equal(string.Empty, await Run("Build", "-Configuration", "Release"));
        Assert.True(File.Exists(At("lib", "JobDraftsPS.dll")) && File.Exists(At("en-US", "JobDraftsPS.dll-Help.xml")));

        File.Delete(At("en-US", "JobDraftsPS.dll-Help.xml"));
        Assert.Equal(string.Empty, await Run("Docs"));
        Assert.True(File.Exists(At("en-US", "JobDraftsPS.dll-Help.xml")));

        Assert.Equal(string.Empty, await Run("Pack"));
        Assert.Single(Directory.GetFiles(At("artifacts"), "JobDraftsPS.*.nupkg"));

        Assert.Equal(string.Empty, await Run("Clean"));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Test_runs_dotnet_test_and_a_failure_of_it_ends_the_script()
    {
        LayOut();
        // No project: the .NET SDK refuses, as it does where a test fails.
        Directory.Delete(At("src"), recursive: true);
        Directory.Delete(At("tools"), recursive: true);

        Assert.Contains("dotnet test failed with exit code", await Run("Test"), StringComparison.Ordinal);
    }

    private string At(params string[] parts) => Path.Combine([copy.FullName, .. parts]);

    private string[] Files() => [.. Directory.EnumerateFiles(copy.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private void LayOut()
    {
        foreach (var source in Sources)
        {
            var path = Path.Combine(Checkout.Root, source);
            foreach (var file in File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(Checkout.Root, file);
                if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
                    File.Copy(file, At(relative));
                }
            }
        }
    }

    /// <summary>What went wrong; empty where nothing did.</summary>
    private async Task<string> Run(string task, params string[] more)
    {
        var start = PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", At("build.ps1"), "-Task", task, .. more]);
        start.WorkingDirectory = Path.GetTempPath();
        var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, TestContext.Current.CancellationToken);
        return exitCode == 0 ? string.Empty : output + error;
    }
}
