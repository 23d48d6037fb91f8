using System.Reflection;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

public sealed class IsolationTests : IDisposable
{
    private readonly OtherRestSharp other = new();

    public void Dispose() => other.Dispose();

    [Fact]
    public async Task Another_RestSharp_that_was_there_first_does_not_disturb_the_module()
    {
        var run = await EngineProcess.RunAsync($$"""
            {{Scripts.LoadIntoDefault(other.Path)}}
            $null = [RestSharp.RestClient]::new()
            {{Scripts.Import()}}
            {{Scripts.Work}}
            {{Scripts.Loaded}} | Where-Object { $_ -match '^RestSharp ' }
            """);

        Assert.Empty(run.Error);
        Assert.Equal([Scripts.EditedDraft, $"RestSharp {OtherRestSharp.Version} Default", $"RestSharp {ShippedVersion} JobDraftsPS"], run.Output);
    }

    [Fact]
    public async Task Another_RestSharp_that_comes_later_finds_its_place_free()
    {
        var run = await EngineProcess.RunAsync($"""
            {Scripts.Import()}
            {Scripts.Work}
            {Scripts.LoadIntoDefault(other.Path)}
            [RestSharp.RestClient].Assembly.GetName().Version.ToString()
            """);

        Assert.Empty(run.Error);
        Assert.Equal([Scripts.EditedDraft, OtherRestSharp.Version], run.Output);
    }

    [Fact]
    public async Task Only_the_public_models_are_shared_with_everyone()
    {
        var run = await EngineProcess.RunAsync($$"""
            {{Scripts.Import()}}
            {{Scripts.Work}}
            {{Scripts.Loaded}}
            """);

        Assert.Empty(run.Error);
        var contexts = run.Output.Skip(1).Select(line => line.Split(' ')).ToLookup(parts => parts[0], parts => parts[2]);
        Assert.Equal(["Default"], contexts["JobDraftsPS.Model"]);
        Assert.All(PrivateLibraries, name => Assert.All(contexts[name], context => Assert.Equal((name, "JobDraftsPS"), (name, context))));
        Assert.All(["JobDraftsPS.Core", "JobDraftsPS.Sandbox", "RestSharp"], name => Assert.Single(contexts[name]));
    }

    /// <summary>What the module keeps to itself; the loader is what keeps it, and stands outside.</summary>
    private static IEnumerable<string> PrivateLibraries => Directory.EnumerateFiles(Path.Combine(Repository.Lib, "Dependencies", "net8.0"), "*.dll")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Except(["JobDraftsPS.Loader"]);

    private static Version ShippedVersion => AssemblyName.GetAssemblyName(Path.Combine(Repository.Lib, "Dependencies", "net8.0", "RestSharp.dll")).Version!;
}
