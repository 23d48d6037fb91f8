using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

public sealed class ManifestTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    [Fact]
    public void The_engine_finds_nothing_wrong_with_the_manifest()
    {
        using var session = new Session(import: false);

        var result = session.Run("Test-ModuleManifest $manifest", ("manifest", Repository.Manifest));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal("JobDraftsPS", Assert.IsType<PSModuleInfo>(Assert.Single(result.Output).BaseObject).Name);
    }

    [Fact]
    public void The_manifest_is_plain_data()
    {
        var script = Parser.ParseFile(Repository.Manifest, out _, out var errors);

        Assert.Empty(errors);
        var pipeline = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        Assert.IsType<HashtableAst>(Assert.IsType<CommandExpressionAst>(Assert.Single(pipeline.PipelineElements)).Expression);
        Assert.Empty(script.FindAll(node => node is VariableExpressionAst or CommandAst or InvokeMemberExpressionAst or ScriptBlockExpressionAst or SubExpressionAst, searchNestedScriptBlocks: true));
    }

    [Fact]
    public void The_manifest_lists_every_cmdlet_and_no_other()
    {
        var declared = catalog.Classes.Select(type => type.GetCustomAttribute<CmdletAttribute>()!).Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}").Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(declared, Listed("CmdletsToExport").Order(StringComparer.Ordinal));
        Assert.Equal(declared, catalog.Cmdlets.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_lists_every_alias_and_no_other()
    {
        var declared = catalog.Classes.SelectMany(type => type.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(declared, Listed("AliasesToExport").Order(StringComparer.Ordinal));
        Assert.Equal(declared, catalog.Aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_exports_nothing_by_wildcard()
    {
        foreach (var key in new[] { "CmdletsToExport", "AliasesToExport", "FunctionsToExport", "VariablesToExport" })
        {
            Assert.DoesNotContain(Listed(key), name => name.Contains('*', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_manifest_has_the_version_of_the_build()
    {
        var data = (Hashtable)((Hashtable)catalog.Manifest["PrivateData"]!)["PSData"]!;
        var built = catalog.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.Equal(built, $"{catalog.Manifest["ModuleVersion"]}-{data["Prerelease"]}");
    }

    [Fact]
    public void Every_file_that_the_manifest_names_is_there()
    {
        var files = Listed("NestedModules").Append((string)catalog.Manifest["RootModule"]!);

        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Module, file)), $"{file} is missing."));
    }

    private IEnumerable<string> Listed(string key) => ((IEnumerable)catalog.Manifest[key]!).Cast<string>();
}
