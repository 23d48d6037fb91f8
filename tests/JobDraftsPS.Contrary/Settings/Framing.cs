namespace JobDraftsPS.Contrary.Settings;

/// <summary>How the end of a body is told, and in what pieces it comes.</summary>
internal enum Framing
{
    Length,
    OneByteChunks,
    SeveralChunks,

    /// <summary>The connection's end is the body's.</summary>
    UntilClose,
}
