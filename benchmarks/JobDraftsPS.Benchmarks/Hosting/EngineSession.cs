using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Reflection;

namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>A PowerShell session with the built module, imported by its manifest as a user has it.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Runspace runspace;

    /// <param name="commands">Cmdlets besides the module's.</param>
    public EngineSession(params Type[] commands)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Repository.Manifest]);
        foreach (var command in commands)
        {
            var name = command.GetCustomAttribute<CmdletAttribute>()!;
            state.Commands.Add(new SessionStateCmdletEntry($"{name.VerbName}-{name.NounName}", command, null));
        }

        runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
    }

    public void Set(string name, object value) => runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Connects OpenTrain alone to a server that knows no token.</summary>
    public void ConnectOpenTrain(Uri baseUri)
    {
        Set("baseUri", baseUri);
        Set("token", new NetworkCredential(string.Empty, "benchmark").SecurePassword);
        Run("Connect-JobDraftService OpenTrain -Token $token -BaseUri $baseUri");
    }

    /// <summary>Connects all three services of a sandbox.</summary>
    public void ConnectSandbox(Uri address)
    {
        Set("sandbox", address);
        Run("Connect-JobDraftService -Sandbox $sandbox");
    }

    /// <summary>A script, ready to run.</summary>
    public PowerShell Prepare(string script)
    {
        var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        return shell;
    }

    /// <summary>Runs a script that must not fail.</summary>
    /// <exception cref="InvalidOperationException">It wrote an error.</exception>
    public IReadOnlyList<PSObject> Run(string script)
    {
        using var shell = Prepare(script);
        var output = shell.Invoke();
        return shell.Streams.Error.Count == 0
            ? output
            : throw new InvalidOperationException($"{shell.Streams.Error.Count} errors, the first: {shell.Streams.Error[0]}");
    }

    public void Dispose() => runspace.Dispose();
}
