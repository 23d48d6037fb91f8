using JobDraftsPS.Sandbox.TextKing.Catalog;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>What the endpoints share.</summary>
internal sealed class TextKingWorld(
    TextKingState state, Workflow workflow, TextKingCatalog catalog, TextKingAssumptions assumptions, Func<long> uploadLimit, Func<TimeSpan> wordCountDelay)
{
    public TextKingState State { get; } = state;

    public Workflow Workflow { get; } = workflow;

    public TextKingCatalog Catalog { get; } = catalog;

    public TextKingAssumptions Assumptions { get; } = assumptions;

    /// <summary>Gives the largest document in bytes that is taken at the moment.</summary>
    public Func<long> UploadLimit { get; } = uploadLimit;

    /// <summary>How long after its upload a document's words are known; counts for later uploads.</summary>
    public Func<TimeSpan> WordCountDelay { get; } = wordCountDelay;
}
