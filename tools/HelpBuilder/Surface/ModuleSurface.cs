using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace JobDraftsPS.HelpBuilder.Surface;

/// <summary>What a module exports, as the engine itself sees it once the module is imported.</summary>
internal sealed class ModuleSurface
{
    private ModuleSurface(IReadOnlyList<CommandSurface> commands) => Commands = commands;

    /// <summary>The exported cmdlets by name.</summary>
    public IReadOnlyList<CommandSurface> Commands { get; }

    /// <summary>Imports a module and reads its cmdlets.</summary>
    /// <param name="manifest">The module's manifest.</param>
    /// <exception cref="PageException">The module cannot be imported.</exception>
    public static ModuleSurface Read(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("PassThru").AddParameter("ErrorAction", ActionPreference.Stop);
        try
        {
            var module = (PSModuleInfo)shell.Invoke().Single().BaseObject;
            return new ModuleSurface([.. module.ExportedCmdlets.Values.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).Select(CommandSurface.Of)]);
        }
        catch (RuntimeException refused)
        {
            throw new PageException(manifest, 1, $"The module cannot be imported: {refused.Message}");
        }
    }
}
