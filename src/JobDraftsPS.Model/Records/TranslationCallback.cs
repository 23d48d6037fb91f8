namespace JobDraftsPS;

/// <summary>An address that TEXTKING calls when a job reaches a state. The call carries no state and no signature.</summary>
public sealed class TranslationCallback : IServiceRecord
{
    /// <summary>The project that holds the job (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The job that is watched (UUID).</summary>
    public string JobId { get; internal init; } = string.Empty;

    /// <summary>The callback's id (UUID).</summary>
    public string CallbackId { get; internal init; } = string.Empty;

    /// <summary>The address that is called.</summary>
    public string? Url { get; internal init; }

    /// <summary>The job's state that sets the call off.</summary>
    public string? TriggerState { get; internal init; }

    /// <summary>What is sent along; a text, or whatever else the service gave back.</summary>
    public object? ExtraData { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"TextKing callback '{CallbackId}'";
}
