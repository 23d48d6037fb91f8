using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>What is known while a call is on its way through its attempts.</summary>
internal sealed class CallProgress
{
    public CallProgress(ApiCall call, CallContext context)
    {
        Call = call;
        Context = context;
        MayHaveArrived = context.SentBefore && call.Request.IsWrite;
    }

    public ApiCall Call { get; }

    public CallContext Context { get; }

    /// <summary>True while a request may have arrived whose reply nobody saw.</summary>
    public bool MayHaveArrived { get; set; }

    /// <summary>True once the state has been looked at.</summary>
    public bool HasLooked { get; set; }

    /// <summary>The job that an answer was of, where another one was asked for.</summary>
    public string? OtherJob { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>How often the service asked to wait.</summary>
    public int Pauses { get; set; }

    /// <summary>The place that all attempts share, where the deed counts and not the request.</summary>
    public PacerTicket? SharedPlace { get; set; }

    /// <summary>True when the shared place was used up.</summary>
    public bool Counted { get; set; }
}
