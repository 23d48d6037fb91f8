namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>What a customer may write of a job; replaced as a whole, so that a refused edit changes nothing.</summary>
internal sealed record JobContent(string Name, string SourceLanguage, string TargetLanguage, string Quality)
{
    public Guid? Topic { get; init; }

    public string? Briefing { get; init; }

    /// <summary>An inactive job is skipped when its project starts.</summary>
    public bool IsActive { get; init; } = true;
}
