namespace JobDraftsPS.Tests.Shared;

/// <summary>What becomes of a connection after an answer.</summary>
internal enum WireEnd
{
    /// <summary>It takes the next request.</summary>
    KeepOpen,

    /// <summary>It ends in good order.</summary>
    Close,

    /// <summary>It is reset.</summary>
    Reset,
}
