namespace JobDraftsPS.Core.Sorce;

/// <summary>What Sorce's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else.</summary>
/// <remarks>
/// What needs no switch: any 2xx is a success whatever its media type; ids are opaque; arrays and strings in answers may be null or
/// absent; ids of qualifications and questions are never kept, because a replacement renews them; an entry's unknown members go back as
/// they came; <c>publish</c> is sent with every create and with no edit; an edit without a field is not sent; numbers go out as
/// numbers; no length is limited; whether a status may change is the service's decision.
/// </remarks>
public sealed class SorceAssumptions
{
    /// <summary>How long to wait after a refusal for too many requests that does not say.</summary>
    public TimeSpan DefaultRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The last segment of the call that pauses; only publish is documented with its path.</summary>
    public string PauseVerb { get; init; } = "pause";

    /// <summary>The last segment of the call that resumes.</summary>
    public string ResumeVerb { get; init; } = "resume";

    /// <summary>The last segment of the call that closes.</summary>
    public string CloseVerb { get; init; } = "close";

    /// <summary>Whether a location's id is enough; otherwise its city, state and country must stand beside it.</summary>
    public bool LocationIdIsEnough { get; init; } = true;

    /// <summary>Whether the service passes over what it does not take; then a location's display name may stay, which is dropped otherwise.</summary>
    public bool UnknownMembersAreIgnored { get; init; } = true;

    /// <summary>Whether blanks alone count as an empty text.</summary>
    public bool BlanksCountAsEmpty { get; init; } = true;

    /// <summary>The kinds that a qualification may have; empty lets any through, because only <c>REQUIRED</c> is documented.</summary>
    public IReadOnlyList<string> QualificationKinds { get; init; } = [];

    /// <summary>Whether a question must have options.</summary>
    public bool QuestionsNeedOptions { get; init; }

    /// <summary>The smallest cap, in cents; 0 lets nothing be spent.</summary>
    public long SmallestBudgetCents { get; init; }

    /// <summary>Whether a budget's notes may be sent as null; otherwise a null is left out.</summary>
    public bool BudgetNotesMayBeNull { get; init; } = true;

    /// <summary>Whether two budgets for one window are refused.</summary>
    public bool DoubledBudgetWindowsAreRefused { get; init; } = true;

    /// <summary>Whether even a draft must have a title.</summary>
    public bool DraftsNeedTitle { get; init; } = true;

    /// <summary>Whether a null clears a field of one value; otherwise none can be cleared.</summary>
    public bool NullClearsScalars { get; init; } = true;

    /// <summary>Whether a null in place of an array is refused; otherwise it empties the set as an empty array does.</summary>
    public bool NullArraysAreRefused { get; init; } = true;

    /// <summary>The properties that may wrap the list of jobs; a bare array is taken too.</summary>
    public IReadOnlyList<string> ListProperties { get; init; } = ["items", "jobs", "data"];

    /// <summary>Whether the list comes in pages, each with a <c>nextCursor</c>; no page of the documentation confirms it.</summary>
    public bool FollowsCursor { get; init; }

    /// <summary>Whether an edit of a paused listing must leave it complete, as that of an active one.</summary>
    public bool PausedCountsAsLive { get; init; } = true;

    /// <summary>Whether the presence alone of locked sets is refused once there are applications; otherwise the service decides.</summary>
    public bool FrozenSetsAreRefused { get; init; } = true;

    /// <summary>How many places a search answers at most: so many may not be all.</summary>
    public int MaxSearchItems { get; init; } = 10;

    /// <summary>Whether a search needs a text.</summary>
    public bool SearchNeedsText { get; init; } = true;

    /// <summary>The field that a <c>salaryMin</c> above <c>salaryMax</c> is reported on.</summary>
    public string ReversedSalariesField { get; init; } = "salaryMax";
}
