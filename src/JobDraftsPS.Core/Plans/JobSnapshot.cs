namespace JobDraftsPS.Core.Plans;

/// <summary>What is known of a job or project now.</summary>
public sealed class JobSnapshot
{
    /// <summary>Its status in the service's word; null when not known.</summary>
    public string? Status { get; set; }

    /// <summary>Known field values by the service's names; null for an empty field.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields whose value comes from a journal, so that nobody can tell whether it still holds.</summary>
    public HashSet<string> Remembered { get; } = new(StringComparer.Ordinal);

    /// <summary>What its start would order; null where that is not known or nothing is started.</summary>
    public string? Order { get; set; }

    /// <summary>True when the service says that it was changed and does not show yet what it is now.</summary>
    public bool IsChangedUnseen { get; set; }

    /// <summary>True for a Sorce listing with applications.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>What keeps it from going live; null when not known.</summary>
    public JobValidation? Validation { get; set; }

    /// <summary>A copy that rows can be played through.</summary>
    public JobSnapshot Copy()
    {
        var copy = new JobSnapshot { Status = Status, IsFrozen = IsFrozen, IsChangedUnseen = IsChangedUnseen, Order = Order, Validation = Validation };
        foreach (var pair in Values)
        {
            copy.Values[pair.Key] = pair.Value;
        }

        copy.Remembered.UnionWith(Remembered);
        return copy;
    }
}
