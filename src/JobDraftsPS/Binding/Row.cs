namespace JobDraftsPS.Binding;

/// <summary>What one piped object says. Never changes once read: a worker that asked the object later would see the next row's values.</summary>
internal sealed class Row
{
    public Row(int? number, object source)
    {
        Number = number;
        Source = source;
    }

    /// <summary>The row's number from 1; null when it did not come through the pipeline.</summary>
    public int? Number { get; }

    /// <summary>What was given, so that an error can hand it back.</summary>
    public object Source { get; }

    /// <summary>The service that the row names; null when it names none.</summary>
    public JobService? Service { get; init; }

    public string? ProjectId { get; init; }

    public string? JobId { get; init; }

    /// <summary>True for a record that came back from a file or another process, whose other values are not sent.</summary>
    public bool IsDeserialized { get; init; }

    /// <summary>The callback, where one was given.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The title, where a record was given.</summary>
    public string? Title { get; init; }

    /// <summary>What was known about the job's readiness when the record was read.</summary>
    public JobValidation? Validation { get; init; }

    /// <summary>What the row says shall be done; null where it does not say.</summary>
    public string? Operation { get; init; }

    /// <summary>Fields that the row says to clear.</summary>
    public IReadOnlyList<string> Clear { get; init; } = [];

    /// <summary>All other columns with their values, as given.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Cells { get; init; } = [];
}
