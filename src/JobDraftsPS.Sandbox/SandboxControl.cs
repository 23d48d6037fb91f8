namespace JobDraftsPS.Sandbox;

/// <summary>One turn of the sandbox's control panel; whatever is null stays as it is.</summary>
public sealed class SandboxControl
{
    /// <summary>Moves the sandbox's clock forward, so that a window or a quota passes without waiting.</summary>
    public TimeSpan? AdvanceClock { get; set; }

    /// <summary>Requests that one token may make within <see cref="RateWindow"/>; at least 1. Sorce has such a limit.</summary>
    public int? RateLimit { get; set; }

    /// <summary>The length of the rate limit's window; more than zero.</summary>
    public TimeSpan? RateWindow { get; set; }

    /// <summary>OpenTrain publishes that a claimed account may make in 24 hours; 0 or more.</summary>
    public int? PublishQuota { get; set; }

    /// <summary>The size in bytes of the largest upload that is taken; 0 or more.</summary>
    public long? UploadLimit { get; set; }

    /// <summary>How long after its upload TEXTKING knows a document's words; counts for later uploads, not negative.</summary>
    public TimeSpan? WordCountDelay { get; set; }

    /// <summary>What happens to a TEXTKING job at TEXTKING or on its web site.</summary>
    public SandboxTranslation? Translation { get; set; }

    /// <summary>OpenTrain's moderation refuses jobs whose text holds this word, in any case; empty turns moderation off.</summary>
    public string? ModerationWord { get; set; }

    /// <summary>How OpenTrain's create answer fills <c>validation.missingFields</c>.</summary>
    public MissingFieldForm? MissingFieldForm { get; set; }

    /// <summary>The wait between handling a request and answering it; not negative.</summary>
    public TimeSpan? Latency { get; set; }

    /// <summary>The share of requests, 0 to 1, that fail by chance: 500, 503 or a connection that closes unhandled.</summary>
    public double? FaultRate { get; set; }

    /// <summary>Faults that join those already waiting; the first that matches a request meets it.</summary>
    public IReadOnlyList<SandboxFault>? Faults { get; set; }

    /// <summary>True forgets the faults that still wait, before <see cref="Faults"/> join.</summary>
    public bool? ClearFaults { get; set; }

    /// <summary>Whether the account behind the Sorce key has accepted the terms.</summary>
    public bool? TermsAccepted { get; set; }

    /// <summary>Whether the account behind the Sorce key has a card on file.</summary>
    public bool? CardOnFile { get; set; }

    /// <summary>The id of a Sorce job that gets one more application.</summary>
    public string? AddApplication { get; set; }

    /// <summary>What became of that application; pending when null.</summary>
    public SorceApplication? ApplicationState { get; set; }
}
