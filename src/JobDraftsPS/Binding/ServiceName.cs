using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Binding;

/// <summary>Reads the name of a service as a sheet or a connection's data spells it.</summary>
internal static class ServiceName
{
    /// <summary>The names there are, for a message.</summary>
    public static string All { get; } = string.Join(", ", typeof(JobService).GetEnumNames());

    /// <summary>The service of that name in any case; null when there is none.</summary>
    public static JobService? Find(string? name) => EnumName.Find<JobService>(name);
}
