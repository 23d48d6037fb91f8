using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Services;

/// <summary>The services that the module knows, in the order in which they were registered.</summary>
public static class ServiceRegistry
{
    private static readonly object Gate = new();
    private static IService[] all = [];

    /// <summary>All services.</summary>
    public static IReadOnlyList<IService> All => Volatile.Read(ref all);

    /// <summary>Their names, for a message.</summary>
    public static string Names => NamesOf<IService>();

    /// <summary>Adds a service.</summary>
    /// <exception cref="ArgumentException">Another one has its id or its name.</exception>
    public static void Register(IService service)
    {
        lock (Gate)
        {
            if (Array.Find(all, other => other.Id == service.Id || IsName(other, service.Name)) is { } other)
            {
                throw new ArgumentException($"'{service.Name}' ({(long)service.Id}) cannot be registered: '{other.Name}' ({(long)other.Id}) is.", nameof(service));
            }

            Volatile.Write(ref all, [.. all, service]);
        }
    }

    /// <summary>The service of an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None has it.</exception>
    public static IService Of(JobService id) => Array.Find(Volatile.Read(ref all), service => service.Id == id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, "No such service is registered.");

    /// <summary>The service of that name in any case; null when there is none.</summary>
    public static IService? Find(string? name) => Array.Find(Volatile.Read(ref all), service => IsName(service, name));

    /// <summary>The name of an id; the number of one that is not registered.</summary>
    public static string NameOf(JobService id) => Array.Find(Volatile.Read(ref all), service => service.Id == id)?.Name ?? id.ToString();

    /// <summary>The names of the services that can do what <typeparamref name="T"/> says, for a message.</summary>
    public static string NamesOf<T>()
        where T : IService => string.Join(", ", All.OfType<T>().Select(service => service.Name));

    /// <summary>The name that looks most like the one given; null when none is near.</summary>
    public static string? Nearest(string name) => NearestName.Of(name, All.Select(service => service.Name));

    private static bool IsName(IService service, string? name) => string.Equals(service.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase);
}
