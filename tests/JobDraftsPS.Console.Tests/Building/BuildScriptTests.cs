using System.Reflection;

namespace JobDraftsPS.Console.Tests.Building;

/// <summary>build.ps1 in the real console. Its task Pack makes the package that the package tests test.</summary>
public sealed class BuildScriptTests : IDisposable
{
    /// <summary>What this checkout is built as: to build it as anything else would replace the module under the feet of other tests.</summary>
    private static readonly string Configuration = typeof(BuildScriptTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("build-");

    public void Dispose() => copy.Delete(recursive: true);

    [Theory]
    [InlineData("Build", "lib/JobDraftsPS.dll")]
    [InlineData("Docs", "en-US/JobDraftsPS.dll-Help.xml")]
    public async Task A_task_makes_its_part_of_the_module(string task, string made)
    {
        var (exitCode, output) = await Run(Checkout.Root, task, "-Configuration", Configuration);

        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(Path.Combine(Checkout.Root, made)));
    }

    [Theory]
    [InlineData("Build")]
    [InlineData("Docs")]
    [InlineData("Pack")]
    [InlineData("Test")]
    public async Task A_failure_of_the_SDK_ends_the_script(string task)
    {
        // No project: the .NET SDK refuses, as it does where a file does not compile or a test fails.
        LayOut();

        var (exitCode, output) = await Run(copy.FullName, task);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(task == "Test" ? "dotnet test failed with exit code" : "dotnet build failed with exit code", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_removes_what_the_others_made_and_nothing_else()
    {
        LayOut();
        string[] kept = ["build.ps1", "src/A/Source.cs", "src/A/binary/Kept.cs", "docs/bin/kept.md"];
        string[] made = ["src/A/bin/Debug/A.dll", "src/A/obj/project.assets.json", "tests/T/obj/T.dll", "samples/S/bin/S.dll", "tools/H/obj/H.dll", "benchmarks/B/bin/B.dll", "lib/A.dll", "en-US/A.xml", "artifacts/A.nupkg"];
        foreach (var file in kept.Skip(1).Concat(made))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy.FullName, file))!);
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, file), "x", TestContext.Current.CancellationToken);
        }

        var (exitCode, output) = await Run(copy.FullName, "Clean");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            kept.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(copy.FullName, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(copy.FullName, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    private void LayOut() => File.Copy(Path.Combine(Checkout.Root, "build.ps1"), Path.Combine(copy.FullName, "build.ps1"));

    private static async Task<(int ExitCode, string Output)> Run(string root, string task, params string[] more)
    {
        var start = PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", Path.Combine(root, "build.ps1"), "-Task", task, .. more]);
        start.WorkingDirectory = Path.GetTempPath();
        var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, TestContext.Current.CancellationToken);
        return (exitCode, output + error);
    }
}
