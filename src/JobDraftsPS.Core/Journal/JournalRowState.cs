namespace JobDraftsPS.Core.Journal;

/// <summary>How far a row has come according to its journal.</summary>
public enum JournalRowState
{
    /// <summary>Nothing of it has been sent, or the service refused it: it is to be done.</summary>
    ToDo,

    /// <summary>It was sent and no reply was written down: look before it is sent again.</summary>
    Sent,

    /// <summary>It is done.</summary>
    Done,
}
