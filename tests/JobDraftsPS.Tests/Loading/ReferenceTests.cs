using JobDraftsPS.Tests.Loading.Metadata;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Loading;

public sealed class ReferenceTests
{
    private static readonly string[] EntryAssemblies = ["JobDraftsPS.Core", "JobDraftsPS.Sandbox"];
    private static readonly string Dependencies = Path.Combine(Repository.Lib, "Dependencies");

    [Fact]
    public void The_cmdlets_refer_to_no_isolated_library_but_the_two_entries()
    {
        using var cmdlets = new AssemblyFile(Path.Combine(Repository.Lib, "JobDraftsPS.dll"));

        Assert.Empty(cmdlets.References.Select(reference => reference.Name).Intersect(Isolated().Except(EntryAssemblies)));
    }

    [Fact]
    public void The_models_refer_to_no_isolated_library()
    {
        using var models = new AssemblyFile(Path.Combine(Repository.Lib, "JobDraftsPS.Model.dll"));

        Assert.Empty(models.References.Select(reference => reference.Name).Intersect(Isolated()));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void The_core_shows_no_foreign_library_in_a_public_signature(string framework)
    {
        using var core = new AssemblyFile(Path.Combine(Dependencies, framework, "JobDraftsPS.Core.dll"));

        var named = PublicSurface.AssembliesNamedBy(core);

        // On net8.0 the JSON library is part of the runtime, so it is named here too.
        Assert.NotEmpty(named);
        Assert.Empty(named.Intersect([.. Isolated(), "RestSharp", "System.Text.Json"]));
    }

    [Fact]
    public void Next_to_the_cmdlets_lie_the_models_and_nothing_else_that_loads()
    {
        Assert.Equal(
            ["JobDraftsPS.Model.dll", "JobDraftsPS.dll"],
            Directory.EnumerateFiles(Repository.Lib, "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>The names of everything that loads into the private context.</summary>
    private static HashSet<string> Isolated() =>
        [.. Directory.EnumerateFiles(Dependencies, "*.dll", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path))];
}
