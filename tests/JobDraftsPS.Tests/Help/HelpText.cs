using System.Collections;
using System.Management.Automation;

namespace JobDraftsPS.Tests.Help;

/// <summary>Reads the object that Get-Help gives, where one child is an object and several are a list.</summary>
internal static class HelpText
{
    /// <summary>The children that a path of names leads to.</summary>
    public static IReadOnlyList<PSObject> At(PSObject help, params string[] path)
    {
        IReadOnlyList<PSObject> found = [help];
        foreach (var name in path)
        {
            found = [.. found.SelectMany(parent => Children(parent.Properties[name]?.Value))];
        }

        return found;
    }

    /// <summary>The text that a path of names leads to; empty where there is none.</summary>
    public static string TextAt(PSObject help, params string[] path) => string.Join('\n', At(help, path).Select(part => part.ToString().Trim()));

    private static IEnumerable<PSObject> Children(object? value)
    {
        var inner = value is PSObject wrapper ? wrapper.BaseObject : value;
        return inner switch
        {
            null => [],
            IEnumerable items and not string => items.Cast<object>().Select(PSObject.AsPSObject),
            _ => [PSObject.AsPSObject(value!)],
        };
    }
}
