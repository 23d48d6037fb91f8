namespace JobDraftsPS;

/// <summary>What OpenTrain lets this account do with drafts; ask at run time, it differs per account.</summary>
public sealed class DraftCapabilities : IServiceRecord
{
    /// <summary>The keys that an edit may carry.</summary>
    public RecordList<string> UpdateKeys { get; internal init; } = RecordList<string>.Empty;

    /// <summary>The allowed values by field.</summary>
    public IReadOnlyDictionary<string, string[]> Enums { get; internal init => field = RecordTable.Of(value); } = RecordTable<string[]>.Empty;

    /// <summary>The forms in which a draft can be created.</summary>
    public RecordList<string> ImportFormats { get; internal init; } = RecordList<string>.Empty;

    /// <summary>Families of calls by name; a family that is false answers 403.</summary>
    public IReadOnlyDictionary<string, bool> Capabilities { get; internal init => field = RecordTable.Of(value); } = RecordTable<bool>.Empty;

    /// <summary>True when drafting is on for the account.</summary>
    public bool Enabled { get; internal init; }

    /// <summary>The feature's key.</summary>
    public string? FeatureKey { get; internal init; }

    /// <summary>The feature's namespace.</summary>
    public string? Namespace { get; internal init; }

    /// <summary>How the feature is rolled out, an open list of words.</summary>
    public string? RolloutMode { get; internal init; }

    /// <summary>How the caller signed in: <c>token</c> or <c>session</c>.</summary>
    public string? AuthBootstrap { get; internal init; }

    /// <summary>True for an administrator of the platform.</summary>
    public bool ActorIsAdmin { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;
}
