namespace JobDraftsPS.Sandbox;

/// <summary>What becomes of an application to a Sorce job: its three counts.</summary>
public enum SorceApplication
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>Accepted by the employer.</summary>
    Accepted,

    /// <summary>Rejected by the employer.</summary>
    Rejected,
}
