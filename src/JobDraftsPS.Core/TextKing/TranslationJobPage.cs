namespace JobDraftsPS.Core.TextKing;

/// <summary>One page of a project's jobs.</summary>
public sealed class TranslationJobPage
{
    internal TranslationJobPage(IReadOnlyList<TranslationJob> jobs, bool more)
    {
        Jobs = jobs;
        More = more;
    }

    /// <summary>The jobs, in the service's order.</summary>
    public IReadOnlyList<TranslationJob> Jobs { get; }

    /// <summary>True when another page may follow.</summary>
    public bool More { get; }
}
