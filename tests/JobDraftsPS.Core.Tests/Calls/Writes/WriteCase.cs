using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

/// <summary>One kind of write, as the rules for lost replies see it.</summary>
/// <param name="Name">Names it in the tests.</param>
/// <param name="Service">The service.</param>
/// <param name="Rule">What the rules say of it.</param>
/// <param name="Method">Its HTTP method, upper case.</param>
/// <param name="Make">Makes the write.</param>
/// <param name="HeldAsync">How often the service holds what was wanted: 0 or 1, more where it was done twice.</param>
/// <param name="Target">What the advice for a person has to name; null where no look is made.</param>
internal sealed record WriteCase(
    string Name,
    JobService Service,
    WriteRule Rule,
    string Method,
    Func<JobDraftConnection, JobWrite> Make,
    Func<LostReplyWorld, Task<int>> HeldAsync,
    string? Target = null)
{
    /// <summary>Brings the service to where the write makes sense; runs before anything is counted.</summary>
    public Func<LostReplyWorld, Task>? ArrangeAsync { get; init; }

    /// <summary>True for a write that reads its record afterwards.</summary>
    public bool ReadsRecord { get; init; }

    /// <summary>True for a create that reads a list before it.</summary>
    public bool TakesList { get; init; }

    /// <summary>A create into a list that never says that it is whole: what is missing there proves nothing.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>True for a write whose good answer has no body: nothing can be wrong with the body.</summary>
    public bool AnswersNothing { get; init; }

    public override string ToString() => Name;
}
