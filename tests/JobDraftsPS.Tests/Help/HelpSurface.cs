using System.Management.Automation;
using JobDraftsPS.HelpBuilder;
using JobDraftsPS.HelpBuilder.Pages;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Help;

/// <summary>What the module exports and what its pages say, read once.</summary>
internal static class HelpSurface
{
    private static readonly Lazy<IReadOnlyList<CmdletInfo>> Exported = new(ReadExported);
    private static readonly Lazy<IReadOnlyList<CommandPage>> AllPages = new(() => HelpFolder.ReadPages(Folder));

    /// <summary>The folder of the pages.</summary>
    public static string Folder => Path.Combine(Repository.Root, "docs", "en-US");

    /// <summary>The exported cmdlets as the engine sees them.</summary>
    public static IReadOnlyList<CmdletInfo> Cmdlets => Exported.Value;

    /// <summary>The pages of the cmdlets.</summary>
    public static IReadOnlyList<CommandPage> Pages => AllPages.Value;

    /// <summary>The names of the exported cmdlets.</summary>
    public static TheoryData<string> Names => [.. Cmdlets.Select(cmdlet => cmdlet.Name)];

    /// <summary>An exported cmdlet.</summary>
    public static CmdletInfo Cmdlet(string name) => Cmdlets.Single(cmdlet => cmdlet.Name == name);

    /// <summary>The page of a cmdlet.</summary>
    public static CommandPage Page(string name) => Pages.Single(page => page.Name == name);

    private static List<CmdletInfo> ReadExported()
    {
        using var session = new Session();
        // Parameters are read from the command when they are asked for, so that happens while the session is open.
        var cmdlets = session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet").Output.Select(found => (CmdletInfo)found.BaseObject).ToList();
        cmdlets.ForEach(cmdlet => _ = cmdlet.ParameterSets.Count);
        return cmdlets;
    }
}
