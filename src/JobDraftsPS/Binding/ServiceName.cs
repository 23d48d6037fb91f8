namespace JobDraftsPS.Binding;

/// <summary>Reads the name of a service as a sheet or a connection's data spells it.</summary>
internal static class ServiceName
{
    private static readonly JobService[] Services = (JobService[])Enum.GetValues(typeof(JobService));

    /// <summary>The names there are, for a message.</summary>
    public static string All { get; } = string.Join(", ", Services);

    /// <summary>The service of that name in any case; null when there is none. A number is no name.</summary>
    public static JobService? Find(string? name)
    {
        foreach (var service in Services)
        {
            if (string.Equals(service.ToString(), name?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return service;
            }
        }

        return null;
    }
}
