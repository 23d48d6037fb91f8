using System.Collections;
using System.Management.Automation;

namespace JobDraftsPS.Binding;

/// <summary>PowerShell's wrapped values as plain .NET values: the core knows nothing of PowerShell.</summary>
internal static class PlainValue
{
    /// <summary>The object inside a wrapper; a custom object stays as it is.</summary>
    public static object? Unwrap(object? value) =>
        value is PSObject wrapper && wrapper.BaseObject is not PSCustomObject ? wrapper.BaseObject : value;

    /// <summary>The value with everything inside it plain: hashtables and custom objects become dictionaries, lists become arrays.</summary>
    public static object? Deep(object? value)
    {
        switch (Unwrap(value))
        {
            case null: return null;
            case string text: return text;
            case IDictionary dictionary: return Members(dictionary);
            case PSObject custom: return custom.Properties.Where(property => property.IsGettable).ToDictionary(property => property.Name, property => Deep(property.Value));
            case IEnumerable items: return items.Cast<object?>().Select(Deep).ToArray();
            case var plain: return plain;
        }
    }

    /// <summary>The members of a dictionary, plain.</summary>
    public static IReadOnlyDictionary<string, object?> Members(IDictionary dictionary)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            members[entry.Key.ToString()!] = Deep(entry.Value);
        }

        return members;
    }
}
