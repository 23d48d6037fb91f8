using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

public sealed class HookTests
{
    [Fact]
    public async Task Removing_the_module_in_one_runspace_leaves_it_to_another_and_to_a_later_import()
    {
        // The private libraries load at their first use, which here comes after the module was removed elsewhere.
        var run = await EngineProcess.RunAsync($$"""
            {{Scripts.Import()}}
            $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
            $runspace.Open()
            $other = [powershell]::Create($runspace)
            $null = $other.AddScript({{Quoted(Scripts.Import())}}).Invoke()
            Remove-Module JobDraftsPS
            "commands left: $(@(Get-Command -Module JobDraftsPS).Count)"

            $other.Commands.Clear()
            $other.AddScript({{Quoted(Scripts.Work)}}).Invoke()
            $other.Streams.Error

            {{Scripts.Import()}}
            {{Scripts.Work}}
            "contexts: $(@([Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -eq JobDraftsPS).Count)"
            """);

        Assert.Empty(run.Error);
        Assert.Equal(["commands left: 0", Scripts.EditedDraft, Scripts.EditedDraft, "contexts: 1"], run.Output);
    }

    [Theory]
    [InlineData("JobDraftsPS.Core.dll")]
    [InlineData("JobDraftsPS.Sandbox.dll")]
    [InlineData("RestSharp.dll")]
    public async Task A_library_that_is_missing_is_an_error_that_names_it(string file)
    {
        using var copy = new ModuleCopy();
        File.Delete(copy.Lib("Dependencies", "net8.0", file));

        var run = await EngineProcess.RunAsync($$"""
            {{Scripts.Import(copy.Manifest)}}
            try { {{Scripts.Work}} } catch { "refused: $_" }
            'still here'
            """);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("still here", run.Output[^1]);
        Assert.Contains(run.Output, line => line.StartsWith("refused: ", StringComparison.Ordinal) && line.Contains(Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_its_loader_the_module_does_not_import_and_says_why()
    {
        using var copy = new ModuleCopy();
        File.Delete(copy.Lib("Dependencies", "net8.0", "JobDraftsPS.Loader.dll"));

        var run = await EngineProcess.RunAsync($"""
            {Scripts.Import(copy.Manifest)}
            "commands: $(@(Get-Command -Module JobDraftsPS).Count)"
            """);

        Assert.Contains("JobDraftsPS.Loader.dll", run.Error, StringComparison.Ordinal);
        Assert.Equal(["commands: 0"], run.Output);
    }

    private static string Quoted(string script) => $"'{script.Replace("'", "''", StringComparison.Ordinal)}'";
}
