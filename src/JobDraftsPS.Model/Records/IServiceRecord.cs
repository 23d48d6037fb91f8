namespace JobDraftsPS;

/// <summary>A record of a service's answer that keeps also what this module does not know.</summary>
public interface IServiceRecord
{
    /// <summary>Fields of the answer that this module does not know, by the service's names. Shown as note properties, never dropped.</summary>
    IReadOnlyDictionary<string, object?> AdditionalData { get; }
}
