using System.Management.Automation;
using System.Management.Automation.Runspaces;
using JobDraftsPS.QuickStart.Host;

namespace JobDraftsPS.QuickStart.Engine;

/// <summary>One runspace with the module in it, and the one script that runs there.</summary>
internal sealed class ScriptSession : IDisposable
{
    private const int Failed = 1;

    private readonly QuickStartHost _host = new();
    private readonly Runspace _runspace;
    private volatile PowerShell? _running;

    /// <summary>Starts the engine and imports the module.</summary>
    /// <exception cref="StartupException">The module does not load.</exception>
    public ScriptSession(string manifest)
    {
        _runspace = RunspaceFactory.CreateRunspace(_host, SessionSetup.Create(manifest));
        try
        {
            _runspace.Open();
        }
        catch (RuntimeException problem)
        {
            _runspace.Dispose();
            throw new StartupException($"The module '{manifest}' did not load. {problem.Message}", problem);
        }
    }

    /// <summary>
    /// Runs the script to its end. Returns what it said with <c>exit N</c> or <c>$Host.SetShouldExit(N)</c>, 1 after a
    /// terminating error, else 0. As with <c>exit $LASTEXITCODE</c>, a failed program that ran last counts too.
    /// </summary>
    public int Run(ScriptInvocation invocation)
    {
        using var powerShell = PowerShell.Create(_runspace);
        using var results = new PSDataCollection<PSObject>();
        var view = new ResultView(_runspace, _host.Screen);
        results.DataAdded += (_, _) => view.Show(results.ReadAll());
        powerShell.Streams.Error.DataAdded += (_, _) => view.Show(powerShell.Streams.Error.ReadAll());
        powerShell.Commands.AddCommand(ToCommand(invocation));
        _running = powerShell;
        try
        {
            powerShell.Invoke(null, results);
            view.End();
            return _host.RequestedExitCode ?? _runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0;
        }
        catch (PipelineStoppedException)
        {
            return Failed;
        }
        catch (RuntimeException problem)
        {
            view.End(problem.ErrorRecord);
            return Failed;
        }
        finally
        {
            _running = null;
            _host.Screen.EndProgress();
        }
    }

    /// <summary>Asks the running script to stop, and returns at once.</summary>
    public void BeginStop() => _running?.BeginStop(static _ => { }, null);

    public void Dispose() => _runspace.Dispose();

    // As a command, not as text, so that $PSScriptRoot, #Requires and error positions mean the file.
    private static Command ToCommand(ScriptInvocation invocation)
    {
        var script = new Command(invocation.Path);
        foreach (var parameter in invocation.Parameters)
        {
            script.Parameters.Add(parameter);
        }

        return script;
    }
}
