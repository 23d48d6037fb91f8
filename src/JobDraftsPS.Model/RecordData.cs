namespace JobDraftsPS;

/// <summary>What a service sent and this module does not know, in one piece.</summary>
public static class RecordData
{
    /// <summary>The unknown fields of a record, by the service's names; each of them is a property of the written record too. Empty for what is no record.</summary>
    public static IReadOnlyDictionary<string, object?> Of(object record) => (record as IServiceRecord)?.AdditionalData ?? Empty.Data;
}
