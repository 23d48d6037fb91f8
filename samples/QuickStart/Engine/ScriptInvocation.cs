using System.Management.Automation.Runspaces;

namespace JobDraftsPS.QuickStart.Engine;

/// <summary>A script file and what the command line gave it.</summary>
internal sealed record ScriptInvocation(string Path, IReadOnlyList<CommandParameter> Parameters)
{
    /// <summary>
    /// Reads the arguments as PowerShell's own <c>-File</c> does: the first is the script; <c>-Name value</c>,
    /// <c>-Name:value</c>, <c>-Switch</c> and positional values are bound by the script's param block.
    /// </summary>
    /// <exception cref="StartupException">The script does not exist.</exception>
    public static ScriptInvocation Parse(string[] arguments, string defaultScript)
    {
        var script = System.IO.Path.GetFullPath(arguments.Length > 0 ? arguments[0] : defaultScript);
        if (!File.Exists(script))
        {
            throw new StartupException($"There is no script '{script}'. Usage: [path/to/script.ps1 [-Name value ...]]");
        }

        return new ScriptInvocation(script, [.. arguments.Skip(1).Select(ToParameter)]);
    }

    private static CommandParameter ToParameter(string argument)
    {
        if (!IsParameterName(argument))
        {
            return new CommandParameter(null, argument);
        }

        // A name that keeps its dash leaves it to the binder whether the next argument is its value.
        var colon = argument.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new CommandParameter(argument)
            : new CommandParameter(argument[1..colon], ToSwitchOrText(argument[(colon + 1)..]));
    }

    // -5 is a value, not a name.
    private static bool IsParameterName(string argument)
        => argument.Length > 1 && argument[0] == '-' && (char.IsLetter(argument[1]) || argument[1] is '_' or '?');

    // Only so can a switch be turned off: -Confirm:$false arrives from most shells as the text '$false'.
    private static object ToSwitchOrText(string value) => value.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => value,
    };
}
