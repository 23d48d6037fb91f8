using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>A service under the name that faults, counts and the data file know it by, and what the panel can do with it.</summary>
/// <remarks>The hooks keep the services free of the panel: a service need not know that it is controlled.</remarks>
internal sealed record HostedService(string Name, ISandboxService Service)
{
    /// <summary>Words an injected error in the service's own shape: status, text, and the seconds to name in the body or null.</summary>
    public Func<int, string, int?, SandboxResponse> Error { get; init; } = PlainError;

    /// <summary>Takes over the service's member of the data file; throws <see cref="InvalidDataException"/>. Null: it has none.</summary>
    public Action<JsonElement>? Load { get; init; }

    /// <summary>Adds an application to a job, as a candidate would; throws when there is no such job. Null: it takes none.</summary>
    public Action<string, SorceApplication>? AddApplication { get; init; }

    /// <summary>What each job has spent and whether candidates see it; no API tells that. Null: nothing is spent there.</summary>
    public Func<System.Text.Json.Nodes.JsonArray>? Spending { get; init; }

    /// <summary>Lets something happen to a translation; throws <see cref="ArgumentException"/> when it cannot. Null: it translates nothing.</summary>
    public Action<SandboxTranslation>? Translate { get; init; }

    /// <summary>The calls that the service has made itself, once all of them have had their try. Null: it makes none.</summary>
    public Func<System.Text.Json.Nodes.JsonArray>? Callbacks { get; init; }

    /// <summary>The name of the service's member in the data file.</summary>
    public string Section => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Whether a path lies at or below the service's base.</summary>
    public bool Owns(string path) =>
        path.StartsWith(Service.BasePath, StringComparison.Ordinal)
        && (path.Length == Service.BasePath.Length || path[Service.BasePath.Length] == '/');

    /// <summary>The part of a path below the service's base, beginning with a slash.</summary>
    public string Below(string path) => path.Length == Service.BasePath.Length ? "/" : path.Substring(Service.BasePath.Length);

    /// <summary>An error for a service without a shape of its own, and for paths of no service.</summary>
    public static SandboxResponse PlainError(int status, string message, int? retryAfterSeconds)
    {
        var body = new System.Text.Json.Nodes.JsonObject { ["error"] = message };
        if (retryAfterSeconds is { } wait)
        {
            body["retryAfterSeconds"] = wait;
        }

        return SandboxResponse.Json(status, body);
    }
}
