namespace JobDraftsPS;

/// <summary>What a failed call left behind at the service.</summary>
public enum CallOutcome : long
{
    /// <summary>The request never left; nothing was changed.</summary>
    NotSent,

    /// <summary>The service refused the request; nothing was changed.</summary>
    Refused,

    /// <summary>The service did what was asked, and still reported a problem.</summary>
    Applied,

    /// <summary>The request left and no usable answer came back; whether it was done is not known.</summary>
    Unknown,

    /// <summary>The row of a plan was left out on purpose; nothing was changed.</summary>
    Skipped,
}
