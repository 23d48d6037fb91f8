using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Every path of the service and its methods.</summary>
internal sealed class SorceRoutes(SorceAssumptions assumptions)
{
    private static readonly Dictionary<string, SorceOperation> Jobs = new()
    {
        ["GET"] = SorceOperation.List,
        ["POST"] = SorceOperation.Create,
    };

    private static readonly Dictionary<string, SorceOperation> Job = new()
    {
        ["GET"] = SorceOperation.Read,
        ["PATCH"] = SorceOperation.Edit,
    };

    private static readonly Dictionary<string, SorceOperation> Search = new() { ["GET"] = SorceOperation.SearchLocations };

    private readonly Dictionary<string, Dictionary<string, SorceOperation>> changes = new(StringComparer.Ordinal)
    {
        ["publish"] = Post(SorceOperation.Publish),
        [assumptions.PauseVerb] = Post(SorceOperation.Pause),
        [assumptions.ResumeVerb] = Post(SorceOperation.Resume),
        [assumptions.CloseVerb] = Post(SorceOperation.Close),
    };

    /// <summary>The methods of a path with what each does, or null for a path that does not exist.</summary>
    public IReadOnlyDictionary<string, SorceOperation>? Methods(SandboxRequest request)
    {
        var segments = request.Segments;

        return (segments.Count, segments.Count > 0 ? segments[0] : "") switch
        {
            (1, "jobs") => Jobs,
            (2, "jobs") => Job,
            (3, "jobs") => changes.TryGetValue(segments[2], out var methods) ? methods : null,
            (2, "locations") when segments[1] == "search" => Search,
            _ => null,
        };
    }

    private static Dictionary<string, SorceOperation> Post(SorceOperation operation) => new() { ["POST"] = operation };
}
