using System.Management.Automation;
using System.Management.Automation.Runspaces;
using JobDraftsPS.QuickStart.Host;

namespace JobDraftsPS.QuickStart.Engine;

/// <summary>
/// Shows results and errors in the engine's own formats. Out-Default as the last command of the script's pipeline would do
/// that too, but it holds rows back for a moment to measure their columns, and a script that throws then takes them along.
/// </summary>
internal sealed class ResultView(Runspace runspace, Screen screen)
{
    private const string Formatter = "Out-Default";

    private SteppablePipeline? _results;

    /// <summary>Shows results in one table where they fit one. Called on the thread that runs the script.</summary>
    public void Show(IEnumerable<PSObject> results)
    {
        if (_results is null)
        {
            _results = ScriptBlock.Create(Formatter).GetSteppablePipeline();
            _results.Begin(expectInput: true);
        }

        foreach (var result in results)
        {
            _results.Process(result);
        }
    }

    /// <summary>Shows errors at once, with file and line. Called on the thread that runs the script.</summary>
    public void Show(IEnumerable<ErrorRecord> errors)
    {
        foreach (var error in errors)
        {
            using var nested = PowerShell.Create(RunspaceMode.CurrentRunspace);
            Show(error, nested);
        }
    }

    /// <summary>Shows what is held back still, then the error that ended the script, if any.</summary>
    public void End(ErrorRecord? last = null)
    {
        if (_results is not null)
        {
            Runspace.DefaultRunspace = runspace;
            _results.End();
            _results.Dispose();
            _results = null;
        }

        if (last is not null)
        {
            using var own = PowerShell.Create(runspace);
            Show(last, own);
        }
    }

    private void Show(ErrorRecord error, PowerShell powerShell)
    {
        screen.AsDiagnostics(() => powerShell.AddCommand(Formatter).AddParameter("InputObject", error).Invoke());

        // An error that ends a script with [CmdletBinding()] may be blamed on the script as a whole; the trace knows the line.
        if (error.InvocationInfo is not { ScriptLineNumber: > 0 } && !string.IsNullOrEmpty(error.ScriptStackTrace))
        {
            screen.WriteDiagnostic(error.ScriptStackTrace, ConsoleColor.Red);
        }
    }
}
