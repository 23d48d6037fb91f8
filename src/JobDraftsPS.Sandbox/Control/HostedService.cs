using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>A service and the name that faults, counts and the data file know it by.</summary>
internal sealed record HostedService(string Name, ISandboxService Service)
{
    /// <summary>Whether a path lies at or below the service's base.</summary>
    public bool Owns(string path) =>
        path.StartsWith(Service.BasePath, StringComparison.Ordinal)
        && (path.Length == Service.BasePath.Length || path[Service.BasePath.Length] == '/');

    /// <summary>The part of a path below the service's base, beginning with a slash.</summary>
    public string Below(string path) => path.Length == Service.BasePath.Length ? "/" : path.Substring(Service.BasePath.Length);
}
