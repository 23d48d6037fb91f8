namespace JobDraftsPS.Sandbox;

/// <summary>What happens to one TEXTKING job, for which its API has no call.</summary>
public sealed class SandboxTranslation
{
    /// <summary>The job (UUID).</summary>
    public string JobId { get; set; } = string.Empty;

    /// <summary>What happens to it.</summary>
    public SandboxTranslationStep Step { get; set; }
}
