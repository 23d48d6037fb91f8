using System.Text.Json;

namespace JobDraftsPS.Core.Http;

/// <summary>What a service's error body says, in the terms that all services share. Each service reads its own form into this.</summary>
internal sealed class CallFailure
{
    /// <summary>The service's code; null when it gave none.</summary>
    public string? Code { get; init; }

    public string? Reason { get; init; }

    /// <summary>The service's own words.</summary>
    public string? Message { get; init; }

    public string? RequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyDictionary<string, string> FieldErrors { get; init; } = new Dictionary<string, string>(0);

    public JobValidation? Validation { get; init; }

    /// <summary>What to do next; null for the usual advice of the status.</summary>
    public string? Advice { get; init; }

    /// <summary>What the call left behind; null for the usual meaning of the status.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>A whole message instead of the usual one.</summary>
    public string? Sentence { get; init; }

    /// <summary>What a call that was done in spite of its error answered, in the form of a good answer; null for all others.</summary>
    public JsonElement? Answer { get; init; }

    /// <summary>The same words with another outcome, where more is known than the answer says.</summary>
    /// <param name="outcome">What the call left behind.</param>
    /// <param name="advice">What to do next.</param>
    public CallFailure With(CallOutcome outcome, string advice) => new()
    {
        Code = Code,
        Reason = Reason,
        Message = Message,
        RequestId = RequestId,
        RetryAfter = RetryAfter,
        FieldErrors = FieldErrors,
        Validation = Validation,
        Advice = advice,
        Outcome = outcome,
    };
}
