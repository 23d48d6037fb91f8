namespace JobDraftsPS.Core.TextKing;

/// <summary>The two files of a translation job.</summary>
public enum JobFile
{
    /// <summary>What is to be translated.</summary>
    Document,

    /// <summary>What the translator delivered.</summary>
    Translation,
}
