using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>One call as this module makes it.</summary>
internal sealed class ExpectedCall
{
    public ExpectedCall(ApiRoute route)
    {
        Route = route;
        Statuses = route.Statuses;
    }

    public ApiRoute Route { get; }

    public IReadOnlyList<int> Statuses { get; init; }

    /// <summary>The query parameters, with the values that are sent where only some are allowed.</summary>
    public IReadOnlyList<FieldDefinition> Query { get; init; } = [];

    /// <summary>The query parameters that every such call has.</summary>
    public IReadOnlyList<string> AlwaysInQuery { get; init; } = [];

    /// <summary>The keys of the body; null for a call without one.</summary>
    public IReadOnlyList<FieldDefinition>? Body { get; init; }

    /// <summary>The keys that every such body has.</summary>
    public IReadOnlyList<string> AlwaysInBody { get; init; } = [];

    /// <summary>True where the user may send each key and value that there is, so that one which is not known here is news.</summary>
    public bool OffersAll { get; init; }
}
