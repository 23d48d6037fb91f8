using System.Collections;
using System.Globalization;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Binding;

/// <summary>Reads a fault for the sandbox from a hashtable.</summary>
internal static class SandboxFaults
{
    private static readonly string[] Names = ["Kind", "Service", "Method", "PathContains", "Status", "RetryAfterSeconds", "RetryAfterForm", "Count", "Skip"];

    /// <exception cref="JobDraftsApiException">An entry is unknown or wrong.</exception>
    public static SandboxFault Read(IDictionary given)
    {
        var fault = new SandboxFault();
        var hasKind = false;
        foreach (DictionaryEntry entry in given)
        {
            var name = entry.Key.ToString()!;
            var value = PlainValue.Unwrap(entry.Value) ?? throw LocalErrors.BadValue(null, $"The fault's {name} is null.");
            switch (FieldSet.Key(name))
            {
                case "kind": fault.Kind = Word<SandboxFaultKind>(name, value); hasKind = true; break;
                case "service": fault.Service = Word<JobService>(name, value).ToString(); break;
                case "method": fault.Method = value.ToString(); break;
                case "pathcontains": fault.PathContains = value.ToString(); break;
                case "status": fault.Status = Whole(name, value); break;
                case "retryafterseconds": fault.RetryAfterSeconds = Whole(name, value); break;
                case "retryafterform": fault.RetryAfterForm = Word<RetryAfterForm>(name, value); break;
                case "count": fault.Count = Whole(name, value); break;
                case "skip": fault.Skip = Whole(name, value); break;
                default: throw LocalErrors.BadValue(null, $"A fault has no '{name}'; it has {string.Join(", ", Names)}.");
            }
        }

        return hasKind ? fault : throw LocalErrors.BadValue(null, $"A fault needs a Kind: {string.Join(", ", Enum.GetNames(typeof(SandboxFaultKind)))}.");
    }

    private static T Word<T>(string name, object value)
        where T : struct, Enum => Enum.TryParse<T>(value.ToString(), ignoreCase: true, out var word) && Enum.IsDefined(typeof(T), word)
        ? word
        : throw LocalErrors.BadValue(null, $"The fault's {name} '{value}' is not one of {string.Join(", ", Enum.GetNames(typeof(T)))}.");

    private static int Whole(string name, object value) => int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw LocalErrors.BadValue(null, $"The fault's {name} '{value}' is not a whole number.");
}
