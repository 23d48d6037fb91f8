namespace JobDraftsPS;

/// <summary>What OpenTrain lets this account do with drafts; ask at run time, it differs per account.</summary>
public sealed class DraftCapabilities : IServiceRecord
{
    /// <summary>The keys that an edit may carry.</summary>
    public string[] UpdateKeys { get; init; } = [];

    /// <summary>The allowed values by field.</summary>
    public IReadOnlyDictionary<string, string[]> Enums { get; init; } = new Dictionary<string, string[]>(0);

    /// <summary>The forms in which a draft can be created.</summary>
    public string[] ImportFormats { get; init; } = [];

    /// <summary>Families of calls by name; a family that is false answers 403.</summary>
    public IReadOnlyDictionary<string, bool> Capabilities { get; init; } = new Dictionary<string, bool>(0);

    /// <summary>True when drafting is on for the account.</summary>
    public bool Enabled { get; init; }

    /// <summary>The feature's key.</summary>
    public string? FeatureKey { get; init; }

    /// <summary>The feature's namespace.</summary>
    public string? Namespace { get; init; }

    /// <summary>How the feature is rolled out, an open list of words.</summary>
    public string? RolloutMode { get; init; }

    /// <summary>How the caller signed in: <c>token</c> or <c>session</c>.</summary>
    public string? AuthBootstrap { get; init; }

    /// <summary>True for an administrator of the platform.</summary>
    public bool ActorIsAdmin { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;
}
