using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace JobDraftsPS.Tests.Support;

/// <summary>A PowerShell session with the built module imported through its manifest, as a user has it.</summary>
internal sealed class Session : IDisposable
{
    public Session(PSHost? host = null, bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (import)
        {
            state.ImportPSModule([Repository.Manifest]);
        }

        Runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        Runspace.Open();
    }

    public Runspace Runspace { get; }

    /// <summary>Runs a script; variables are set first, so that objects come in as they are.</summary>
    public RunResult Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            Runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        var output = new List<PSObject>();
        Exception? terminating = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            terminating = error;
        }

        return new RunResult(shell, output, terminating);
    }

    public void Dispose() => Runspace.Dispose();
}
