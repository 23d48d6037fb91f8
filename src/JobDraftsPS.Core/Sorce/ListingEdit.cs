using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>An edit of one listing, or the making of one, with everything decided. Never changes once made.</summary>
public sealed class ListingEdit
{
    internal ListingEdit(string? jobId, IReadOnlyList<FieldChange> changes, IReadOnlyList<FieldChange> shown, IReadOnlyList<string> hazards, IReadOnlyList<FieldChange> wire)
    {
        JobId = jobId;
        Changes = changes;
        Shown = shown;
        Hazards = hazards;
        Json = PlainJson.Write(wire.Select(change => new KeyValuePair<string, object?>(change.Field, change.Value)));
    }

    /// <summary>The listing; null for one that is to be made.</summary>
    public string? JobId { get; }

    /// <summary>The fields with the values that they shall have; a set whole.</summary>
    public IReadOnlyList<FieldChange> Changes { get; }

    /// <summary>The same with the entries of sets in the words of a person.</summary>
    public IReadOnlyList<FieldChange> Shown { get; }

    /// <summary>What would be lost, each beginning with the hazard's name.</summary>
    public IReadOnlyList<string> Hazards { get; }

    /// <summary>The request's body: absent, null and empty are three different things in it.</summary>
    internal string Json { get; }
}
