namespace JobDraftsPS.HelpBuilder;

/// <summary>A page is not what it has to be.</summary>
internal sealed class PageException(string file, int line, string message) : Exception(message)
{
    /// <summary>The page's path.</summary>
    public string File { get; } = file;

    /// <summary>Line from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The form in which a build shows an error beside its line.</summary>
    public override string ToString() => $"{File}({Line}): error HELP001: {Message}";
}
