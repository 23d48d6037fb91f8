using System.Text.Json;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>One call of a service: the request, how its answer is read, and how it is made safe and paced.</summary>
internal sealed class ApiCall
{
    public ApiCall(ApiRequest request, Func<JsonElement, object?> read, string expected)
    {
        Request = request;
        Read = read;
        Expected = expected;
    }

    public ApiRequest Request { get; }

    /// <summary>Reads the answer; null when it is not what it should be.</summary>
    public Func<JsonElement, object?> Read { get; }

    /// <summary>True when a good answer may also be a bare array.</summary>
    public bool TakesArray { get; init; }

    /// <summary>Reads how long a 429 holds; null where the service's usual way holds.</summary>
    public Func<ApiResponse, TimeSpan>? PauseOf { get; init; }

    /// <summary>What a good answer has, for the error that says it lacks it.</summary>
    public string Expected { get; }

    /// <summary>Reads a good answer that is no JSON object; null where only an object is good.</summary>
    public Func<ApiResponse, object?>? ReadBare { get; init; }

    /// <summary>Reads the record of a write that was done and answered without it, in the form of its answer; null where the service gives no way to.</summary>
    public Func<CallContext, Task<JsonElement?>>? ReadBack { get; init; }

    /// <summary>The record of what is known here of a write that was done and answered without one; null for a write that leaves none.</summary>
    public Func<object>? Known { get; init; }

    /// <summary>Where a good answer says something else than what was asked for, in words; null where an answer says nothing of it.</summary>
    public Func<JsonElement, IEnumerable<string>>? Contradictions { get; init; }

    /// <summary>What may be done when the reply is lost. Reads are repeatable.</summary>
    public CallSafety Safety { get; init; } = CallSafety.SameResult;

    public QuotaUse Quota { get; init; } = QuotaUse.Calls;
}
