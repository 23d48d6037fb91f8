using System.Management.Automation;

namespace JobDraftsPS.Binding;

/// <summary>
/// Objects that came back from a file or another process: PowerShell gives them as custom objects with all properties, and only the
/// type's name tells a record or a process from a row.
/// </summary>
internal static class DeserializedInput
{
    private const string Prefix = "Deserialized.";
    private static readonly string[] IdentityColumns = ["Service", "ProjectId", "JobId", "CallbackId"];
    private static readonly string[] Records = [.. new[] { typeof(JobRecord), typeof(TranslationProject), typeof(TranslationCallback) }.Select(type => Prefix + type.FullName)];

    /// <summary>True for a record of this module, of which only the identity counts.</summary>
    public static bool IsRecord(PSObject input) => Records.Any(name => input.TypeNames.Contains(name));

    /// <summary>True for what was neither a row nor a record before.</summary>
    public static bool IsOther(PSObject input) =>
        input.TypeNames[0].StartsWith(Prefix, StringComparison.Ordinal)
        && !input.TypeNames.Contains(Prefix + typeof(PSCustomObject).FullName)
        && !IsRecord(input);

    /// <summary>The name of the type that it had.</summary>
    public static string TypeNameOf(PSObject input) => input.TypeNames[0].Substring(Prefix.Length);

    /// <summary>What names the job.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Identity(PSObject input) => IdentityColumns
        .Where(name => input.Properties[name] is not null)
        .Select(name => new KeyValuePair<string, object?>(name, input.Properties[name].Value?.ToString()));
}
