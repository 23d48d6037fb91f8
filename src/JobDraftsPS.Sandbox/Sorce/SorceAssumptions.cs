namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What Sorce's pages leave open and the sandbox had to decide. Where the live service turns out otherwise, the line here is changed.</summary>
/// <remarks>
/// Each property is one assumption. These have no switch, because they are the shape of the code itself: <c>isFrozen</c> never turns
/// false again, since no application can be taken back; <c>fields</c> has the names of top-level fields only; no idempotency key is
/// known; and a call is checked in this order: key, rate, path and job, body, status, frozen sets, fields, gates.
/// </remarks>
internal sealed class SorceAssumptions
{
    /// <summary>The media type of every answer.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>The status of a create.</summary>
    public int CreatedStatus { get; init; } = 201;

    /// <summary>The status of publish, pause, resume and close.</summary>
    public int ChangedStatus { get; init; } = 200;

    /// <summary>The last segment of the call that pauses; only publish is documented with its path.</summary>
    public string PauseVerb { get; init; } = "pause";

    /// <summary>The last segment of the call that resumes.</summary>
    public string ResumeVerb { get; init; } = "resume";

    /// <summary>The last segment of the call that closes.</summary>
    public string CloseVerb { get; init; } = "close";

    /// <summary>The status for a known path with a wrong method.</summary>
    public int WrongMethodStatus { get; init; } = 405;

    /// <summary>The code for a known path with a wrong method; the documented codes have none for it.</summary>
    public string WrongMethodCode { get; init; } = "METHOD_NOT_ALLOWED";

    /// <summary>How the id of a new job begins; ids are opaque to a client.</summary>
    public string JobIdPrefix { get; init; } = "job_";

    /// <summary>Whether a set without entries is answered as null; otherwise as an empty array.</summary>
    public bool EmptySetsAreNull { get; init; }

    /// <summary>Whether unknown and read-only properties of a request are passed over; otherwise they are refused.</summary>
    public bool UnknownPropertiesAreIgnored { get; init; } = true;

    /// <summary>Whether a location's id must be known; the strings beside it are not looked at then. Otherwise they are kept as sent.</summary>
    public bool UnknownLocationsAreRefused { get; init; } = true;

    /// <summary>Whether qualifications and questions get new ids with every replacement; otherwise a sent id stays.</summary>
    public bool ChildrenGetNewIds { get; init; } = true;

    /// <summary>Whether the presence alone of a locked set is refused; otherwise an edit goes through that leaves its texts as they are.</summary>
    public bool FrozenPresenceIsRefused { get; init; } = true;

    /// <summary>Whether a body sent with a change of status is passed over; otherwise it is refused.</summary>
    public bool ChangeBodyIsIgnored { get; init; } = true;

    /// <summary>The order of the gates; the first that is shut answers.</summary>
    public IReadOnlyList<int> GateOrder { get; init; } = [1, 2, 3];

    /// <summary>Whether a resume begins the 30 days anew.</summary>
    public bool ResumeRenews { get; init; }

    /// <summary>Whether an expired job can be published again.</summary>
    public bool ExpiredCanBePublished { get; init; }

    /// <summary>What a draft without a description shows, since the field's type has no null.</summary>
    public string MissingDescription { get; init; } = "";

    /// <summary>The property that wraps the list of jobs; no paging.</summary>
    public string ListProperty { get; init; } = "items";

    /// <summary>Whether the list begins with the newest job.</summary>
    public bool ListsNewestFirst { get; init; } = true;

    /// <summary>Whether <c>retryAfterSeconds</c> sits inside <c>error</c>; otherwise beside it.</summary>
    public bool RetryAfterSitsInError { get; init; } = true;

    /// <summary>Whether calls that were refused with 429 use up the rate as well.</summary>
    public bool RefusedCallsCount { get; init; }

    /// <summary>The largest body, in bytes. No limit of a single field is known.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The status for a body that is no JSON object, or has another content type, or is too large.</summary>
    public int MalformedBodyStatus { get; init; } = 422;

    /// <summary>Whether <c>"12"</c> is refused where 12 is wanted.</summary>
    public bool NumericStringsAreRefused { get; init; } = true;

    /// <summary>Whether blanks alone count as an empty text.</summary>
    public bool BlanksCountAsEmpty { get; init; } = true;

    /// <summary>The kinds of a qualification; only the first is documented.</summary>
    public IReadOnlyList<string> QualificationKinds { get; init; } = [SorceValues.RequiredKind, "PREFERRED"];

    /// <summary>Whether a question must have options; an empty list is free text.</summary>
    public bool QuestionsNeedOptions { get; init; }

    /// <summary>Whether a question's unknown properties are stored and come back; one of them may be the answer type that no page names.</summary>
    public bool UnknownQuestionPropertiesAreKept { get; init; } = true;

    /// <summary>The smallest cap, in cents; 0 lets nothing be spent.</summary>
    public long SmallestBudgetCents { get; init; }

    /// <summary>Whether a budget's <c>notes</c> may be sent as null.</summary>
    public bool BudgetNotesMayBeNull { get; init; } = true;

    /// <summary>Whether two caps for one window are refused; otherwise the later one stays.</summary>
    public bool DoubledBudgetWindowsAreRefused { get; init; } = true;

    /// <summary>Whether even a draft must have a title.</summary>
    public bool DraftsNeedTitle { get; init; } = true;

    /// <summary>Whether a create that does not say <c>publish</c> publishes.</summary>
    public bool CreatePublishesByDefault { get; init; }

    /// <summary>Whether <c>publish</c> in an edit is passed over; otherwise it is refused.</summary>
    public bool PublishInEditIsIgnored { get; init; } = true;

    /// <summary>Whether a null clears a scalar; otherwise it is refused.</summary>
    public bool NullClearsScalars { get; init; } = true;

    /// <summary>Whether a null in place of an array is refused; otherwise it empties the set.</summary>
    public bool NullArraysAreRefused { get; init; } = true;

    /// <summary>Whether an edit without any property is answered with 200.</summary>
    public bool EmptyEditIsAccepted { get; init; } = true;

    /// <summary>Whether qualifications and questions come back by their <c>order</c>; otherwise as sent.</summary>
    public bool ChildrenAreSortedByOrder { get; init; } = true;

    /// <summary>Whether a draft may hold a <c>salaryMin</c> above its <c>salaryMax</c>.</summary>
    public bool DraftsMayHaveSalariesReversed { get; init; } = true;

    /// <summary>The smallest bid that a draft may hold, in cents; more than 0 is needed to be live.</summary>
    public long SmallestDraftBidCents { get; init; }

    /// <summary>The field that a <c>salaryMin</c> above <c>salaryMax</c> is reported on.</summary>
    public string ReversedSalariesField { get; init; } = "salaryMax";

    /// <summary>Whether an edit of a paused job must leave it complete, as that of an active one.</summary>
    public bool PausedCountsAsLive { get; init; } = true;

    /// <summary>Whether an edit of a live job asks for terms and card again.</summary>
    public bool EditRunsAllGates { get; init; }

    /// <summary>Whether a resume runs the gates again.</summary>
    public bool ResumeRunsGates { get; init; }

    /// <summary>Whether a draft can be closed.</summary>
    public bool DraftsCanBeClosed { get; init; }

    /// <summary>Whether a paused job can be closed.</summary>
    public bool PausedCanBeClosed { get; init; } = true;

    /// <summary>Whether the 30 days go on during a pause.</summary>
    public bool PausedExpires { get; init; } = true;

    /// <summary>How many places a search answers at most.</summary>
    public int MaxSearchItems { get; init; } = 10;

    /// <summary>Whether a search without text is refused; otherwise it finds nothing.</summary>
    public bool SearchNeedsText { get; init; } = true;
}
