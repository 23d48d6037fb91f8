namespace JobDraftsPS.Core.Http;

/// <summary>One line for one stream.</summary>
public sealed class CallLogEntry
{
    internal CallLogEntry(CallLogLevel level, string text)
    {
        Level = level;
        Text = text;
    }

    /// <summary>The stream.</summary>
    public CallLogLevel Level { get; }

    /// <summary>The line; holds no secret and no body.</summary>
    public string Text { get; }
}
