namespace JobDraftsPS.Sandbox;

/// <summary>How a sandbox starts.</summary>
public sealed class SandboxOptions
{
    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The wait between handling a request and answering it.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The share of requests, 0 to 1, that fail by chance: 500, 503 or a connection that closes unhandled.</summary>
    public double FaultRate { get; set; }

    /// <summary>Where the chance of <see cref="FaultRate"/> begins: the same seed and the same order of requests give the same faults.</summary>
    public int FaultSeed { get; set; } = 1;

    /// <summary>OpenTrain publishes that a claimed account may make in 24 hours.</summary>
    public int PublishQuota { get; set; } = SandboxSettings.DefaultPublishQuota;

    /// <summary>
    /// A JSON file with more data than the sandbox is born with, one member a service:
    /// <c>{"openTrain": {"drafts": [{"jobId": "my-1", "status": "OPEN", "externalId": "r7", "jobTitle": "...", "pricePerHour": 20}]}}</c>.
    /// A draft takes OpenTrain's own draft keys; <c>jobId</c>, <c>status</c> and <c>externalId</c> may be left out.
    /// </summary>
    public string? DataPath { get; set; }

    /// <summary>The clock that windows, quotas and time stamps go by; null for the machine's.</summary>
    public SandboxClock? Clock { get; set; }
}
