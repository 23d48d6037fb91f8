namespace JobDraftsPS;

/// <summary>What became of one row of a run.</summary>
public sealed class JobDraftResult
{
    /// <summary>The row's place in the input, from 1; null when it came from the command line.</summary>
    public int? Row { get; internal init; }

    /// <summary>The service.</summary>
    public JobService Service { get; internal init; }

    /// <summary>What was done: Create, Update, Publish or Close.</summary>
    public string? Operation { get; internal init; }

    /// <summary>The project that holds the job, where the service has projects.</summary>
    public string? ProjectId { get; internal init; }

    /// <summary>The job; of a create that was answered, the job that was made.</summary>
    public string? JobId { get; internal init; }

    /// <summary>What is known to have happened. A row that was sent and has no reply is Unknown.</summary>
    public CallOutcome Outcome { get; internal init; }

    /// <summary>The service's code of a failure, or this module's.</summary>
    public string? Code { get; internal init; }

    /// <summary>What happened, of a failure; of a row that was done, what the answer says against it.</summary>
    public string? Message { get; internal init; }

    /// <summary>The service's id of the request, to quote to its support.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; internal init; }

    /// <summary>Milliseconds from the intent to the reply; null while there is none.</summary>
    public long? DurationMs { get; internal init; }

    /// <summary>What was sent, by the service's field names; null for a call without a body.</summary>
    public object? Changes { get; internal init; }

    /// <summary>The job as the answer shows it; null where there is none, and in what a journal shows.</summary>
    public object? Record { get; internal init; }

    /// <summary>The journal that says so.</summary>
    public string? Journal { get; internal init; }

    /// <summary>The row's number, what came of it, what was done, and to which job, on one line.</summary>
    public override string ToString() => $"{Row,4} {Outcome,-7} {Operation,-7} {Service,-9} {JobId ?? ProjectId}";
}
