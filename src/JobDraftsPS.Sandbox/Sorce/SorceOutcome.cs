using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What a change came to: the job as it is now, or the refusal that left it as it was.</summary>
internal sealed class SorceOutcome
{
    private SorceOutcome(SorceJob? job, SandboxResponse? refusal)
    {
        Job = job;
        Refusal = refusal;
    }

    public SorceJob? Job { get; }

    public SandboxResponse? Refusal { get; }

    public static SorceOutcome Done(SorceJob job) => new(job, null);

    public static SorceOutcome Refused(SandboxResponse refusal) => new(null, refusal);
}
