namespace JobDraftsPS.Core.Bulk;

/// <summary>How far a piece of work has come.</summary>
public enum PumpState
{
    /// <summary>It has not begun: nothing of it has been sent.</summary>
    Waiting,

    /// <summary>It has begun: something of it may have been sent.</summary>
    Begun,

    /// <summary>It has ended.</summary>
    Ended,
}
