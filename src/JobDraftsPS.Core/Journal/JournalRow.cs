namespace JobDraftsPS.Core.Journal;

/// <summary>One row of a run: what it is known by and how far it has come.</summary>
public sealed class JournalRow
{
    internal JournalRow(string key)
    {
        Key = key;
    }

    /// <summary>How far an earlier run brought it.</summary>
    public JournalRowState State { get; internal set; }

    /// <summary>Its place in the input, from 1; null when it came from the command line.</summary>
    public int? Number { get; set; }

    /// <summary>The field values before the change as JSON; null where they are not known.</summary>
    public string? Before { get; set; }

    /// <summary>When it was last sent.</summary>
    internal DateTimeOffset SentAt { get; set; }

    internal string Key { get; }

    /// <summary>Where the line with its answer begins.</summary>
    internal long AnswerAt { get; set; }
}
