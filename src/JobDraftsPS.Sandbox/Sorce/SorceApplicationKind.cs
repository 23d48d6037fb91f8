namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The three counts of a job's applications.</summary>
internal enum SorceApplicationKind
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>Accepted by the employer.</summary>
    Accepted,

    /// <summary>Rejected by the employer.</summary>
    Rejected,
}
