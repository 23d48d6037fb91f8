namespace JobDraftsPS.Contrary.Settings;

/// <summary>How the reply to a write that was done is lost.</summary>
internal enum Loss
{
    Never,
    Closed,
    Reset,

    /// <summary>Head and half a body, then the end.</summary>
    Torn,
}
