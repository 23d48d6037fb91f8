namespace JobDraftsPS.Contrary.Settings;

/// <summary>What becomes of a connection after an answer.</summary>
internal enum ConnectionHabit
{
    KeepOpen,

    /// <summary>Closed, and said so.</summary>
    CloseAnnounced,

    /// <summary>Closed without a word.</summary>
    CloseSilently,

    /// <summary>Kept, and the body trickles.</summary>
    SlowBody,
}
