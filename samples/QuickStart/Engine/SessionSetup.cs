using System.Management.Automation.Runspaces;
using JobDraftsPS.QuickStart.Commands;
using Microsoft.PowerShell;

namespace JobDraftsPS.QuickStart.Engine;

/// <summary>What a session starts with: the engine's own commands, the module, and the commands the samples miss.</summary>
internal static class SessionSetup
{
    public static InitialSessionState Create(string manifest)
    {
        var setup = InitialSessionState.CreateDefault2();
        setup.ThrowOnRunspaceOpenError = true;
        setup.ImportPSModule(manifest);
        setup.Commands.Add(new SessionStateCmdletEntry("Export-Csv", typeof(ExportCsvCommand), helpFileName: null));
        setup.Commands.Add(new SessionStateCmdletEntry("Import-Csv", typeof(ImportCsvCommand), helpFileName: null));
        setup.Commands.Add(new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), helpFileName: null));

        // Without an installed PowerShell nobody has set a policy, and Windows then refuses every script. Other
        // systems have no policies, and the engine throws when one is set there.
        if (OperatingSystem.IsWindows())
        {
            setup.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        return setup;
    }
}
