using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace JobDraftsPS.Tests.Support;

/// <summary>A PowerShell session with the built module imported through its manifest, as a user has it.</summary>
internal sealed class Session : IDisposable
{
    /// <summary>Makes a record as the module reads one from an answer: for users its properties cannot be set.</summary>
    private const string NewRecord = """
        param([type] $Type, [hashtable] $Values)
        $record = $Type::new()
        foreach ($name in $Values.Keys) {
            $property = $Type.GetProperty($name)
            $value = $Values[$name]
            if ($property.PropertyType.Name -like 'RecordList*') {
                $items = [Array]::CreateInstance($property.PropertyType.GetGenericArguments()[0], @($value).Count)
                [Array]::Copy(@($value), $items, $items.Length)
                $value = $property.PropertyType.GetMethod('op_Implicit').Invoke($null, @(, $items))
            }
            $null = $property.GetSetMethod($true).Invoke($record, @(, $value))
        }
        $record
        """;

    public Session(PSHost? host = null, bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        if (import)
        {
            state.ImportPSModule([Repository.Manifest]);
            state.Commands.Add(new SessionStateFunctionEntry("New-Record", NewRecord));
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
