namespace JobDraftsPS;

/// <summary>How a run ended.</summary>
public enum RunOutcome : long
{
    /// <summary>There was nothing to do.</summary>
    NoChange,

    /// <summary>Every row is done.</summary>
    Applied,

    /// <summary>Some rows are done, others are not.</summary>
    Partial,

    /// <summary>No row is done.</summary>
    Failed,

    /// <summary>The run ended before its input did.</summary>
    Stopped,
}
