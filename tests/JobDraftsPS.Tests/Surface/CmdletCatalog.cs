using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

/// <summary>What the built module brings, as the engine sees it.</summary>
public sealed class CmdletCatalog
{
    public CmdletCatalog()
    {
        using var session = new Session();
        Cmdlets = [.. session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet").Output.Select(found => (CmdletInfo)found.BaseObject)];
        Aliases = [.. session.Run("Get-Command -Module JobDraftsPS -CommandType Alias").Output.Select(found => ((AliasInfo)found.BaseObject).Name)];
        Assembly = Cmdlets[0].ImplementingType.Assembly;
        Models = [.. session.Run("[JobDraftsPS.JobRecord].Assembly").Output.Select(found => (Assembly)found.BaseObject).Single().GetExportedTypes()];
        Manifest = ReadManifest();
    }

    /// <summary>The cmdlets that the session has after import.</summary>
    public IReadOnlyList<CmdletInfo> Cmdlets { get; }

    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The assembly of the cmdlets.</summary>
    public Assembly Assembly { get; }

    /// <summary>The public models.</summary>
    public IReadOnlyList<Type> Models { get; }

    /// <summary>The manifest, read as the gallery reads it: as data.</summary>
    public Hashtable Manifest { get; }

    /// <summary>The classes that say they are cmdlets, whether or not the manifest lists them.</summary>
    public IEnumerable<Type> Classes => Assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null);

    public static CmdletAttribute Declaration(CmdletInfo cmdlet) => cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;

    /// <summary>The parameters of the cmdlet itself, without those that the engine gives to all.</summary>
    public static IEnumerable<PropertyInfo> Parameters(CmdletInfo cmdlet) =>
        cmdlet.ImplementingType.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)));

    private static Hashtable ReadManifest()
    {
        var script = Parser.ParseFile(Repository.Manifest, out _, out var errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }
}
