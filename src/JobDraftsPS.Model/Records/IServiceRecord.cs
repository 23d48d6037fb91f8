namespace JobDraftsPS;

/// <summary>A record of a service's answer that keeps also what this module does not know.</summary>
internal interface IServiceRecord
{
    /// <summary>Fields of the answer that this module does not know, by the service's names. Shown as properties of the written record, never dropped.</summary>
    IReadOnlyDictionary<string, object?> AdditionalData { get; }
}
