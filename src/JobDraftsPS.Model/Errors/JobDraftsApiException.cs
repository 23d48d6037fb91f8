namespace JobDraftsPS;

/// <summary>A call that failed, with everything that is known about it. Never holds a token or a body; what a service said is on one line.</summary>
public sealed class JobDraftsApiException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">Stable id, for instance <c>OpenTrain.BAD_REQUEST</c> or <c>JobDrafts.BadValue</c>.</param>
    /// <param name="message">What happened, whether anything was changed.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public JobDraftsApiException(string errorId, string message, Exception? innerException = null)
        : base(OneLine.Of(message), innerException) => ErrorId = OneLine.Of(errorId);

    /// <summary>Stable id: the service's name and its code, or <c>JobDrafts</c> and the check that refused.</summary>
    public string ErrorId { get; }

    /// <summary>The service; null when the error concerns none.</summary>
    public JobService? Service { get; init; }

    /// <summary>Where the call failed.</summary>
    public FailureKind Kind { get; init; }

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int StatusCode { get; init; }

    /// <summary>The service's error code; null when it gave none.</summary>
    public string? Code { get; init => field = OneLine.OrNull(value); }

    /// <summary>The service's reason below the code, for instance <c>moderation_blocked</c>.</summary>
    public string? Reason { get; init => field = OneLine.OrNull(value); }

    /// <summary>The service's own message; null when it gave none.</summary>
    public string? ServiceMessage { get; init => field = OneLine.OrNull(value); }

    /// <summary>The service's id of the request, to quote to its support.</summary>
    public string? RequestId { get; init => field = OneLine.OrNull(value); }

    /// <summary>How long the service asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Messages by field, empty when none were given.</summary>
    public IReadOnlyDictionary<string, string> FieldErrors
    {
        get;
        init => field = value.GroupBy(pair => OneLine.Of(pair.Key)).ToDictionary(same => same.Key, same => OneLine.Of(same.First().Value));
    } = new Dictionary<string, string>(0);

    /// <summary>What the call left behind.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>What to do next.</summary>
    public string? RecommendedAction { get; init => field = OneLine.OrNull(value); }

    /// <summary>The validation that came with the refusal; null when none did.</summary>
    public JobValidation? Validation { get; init; }

    /// <summary>The record of a job that was changed although the call ended in an error; null where nothing is known of a change.</summary>
    public object? Record { get; init; }
}
