namespace JobDraftsPS.Core.Sorce;

/// <summary>
/// What Sorce's documentation leaves open and this module takes for granted.
/// Each is corrected here and nowhere else. The mark in front is where our notes on the service's pages name it; the remark is what
/// the module does where it is wrong. <c>docs/assumptions.md</c> is made of this file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>S1, S2, S3: any 2xx is a success, whatever its media type and body.</item>
/// <item>S6, S27: ids are opaque, and those of qualifications and questions are never kept, because a replacement renews them.</item>
/// <item>S8: sets and texts in answers may be null or absent; a set that is absent is not taken for empty.</item>
/// <item>S10, S11: a location's id is enough, and what stands beside it may be sent. Otherwise the service refuses the row and names the field.</item>
/// <item>S12: blanks alone count as an empty text.</item>
/// <item>S13, S14, S15: any kind of qualification passes, a question needs no options, and unknown members of entries go back as they came.</item>
/// <item>S17: a budget's notes may be null. Otherwise the service refuses the row and names the field.</item>
/// <item>S19, S20: <c>publish</c> is sent with every create and with no edit.</item>
/// <item>S21: no length is limited. A text that is too long is refused by the service.</item>
/// <item>S23, S24, S26: a set is emptied with an empty list, an edit without a field is not sent, and two budgets for one window are refused before they are sent.</item>
/// <item>S29: a create has no key, so a lost one is looked up in the list and repeated only where the list proves that it is absent.</item>
/// <item>S34, S38: changes of status have no body; whether one is allowed the service decides.</item>
/// </list>
/// </remarks>
public static class SorceAssumptions
{
    /// <summary>S4: the call that pauses ends in this word; only publish is documented with its path.</summary>
    /// <remarks>The service answers 404 or 405 and the row is an error; nothing is changed.</remarks>
    public const string PauseVerb = "pause";

    /// <summary>S4: the call that resumes ends in this word.</summary>
    /// <remarks>The service answers 404 or 405 and the row is an error; nothing is changed.</remarks>
    public const string ResumeVerb = "resume";

    /// <summary>S4: the call that closes ends in this word.</summary>
    /// <remarks>The service answers 404 or 405 and the row is an error; nothing is changed.</remarks>
    public const string CloseVerb = "close";

    /// <summary>S16: so many cents are the smallest cap; 0 lets nothing be spent.</summary>
    /// <remarks>The service refuses the row and names the field.</remarks>
    public const long SmallestBudgetCents = 0;

    /// <summary>S18: even a draft must have a title.</summary>
    /// <remarks>A draft without one is refused before it is sent; <c>-SkipCheck</c> lets the service decide.</remarks>
    public const bool DraftsNeedTitle = true;

    /// <summary>S22: null clears a field of one value.</summary>
    /// <remarks>The service refuses the row and names the field; nothing is changed.</remarks>
    public const bool NullClearsScalars = true;

    /// <summary>S30: the list stands under one of these names; a bare list is taken too, and so is the only list of an answer.</summary>
    /// <remarks>Where an answer has several lists under other names, the read is an error that says what was expected.</remarks>
    public static readonly IReadOnlyList<string> ListProperties = ["items", "jobs", "data"];

    /// <summary>S30: the list comes in one answer, so a <c>nextCursor</c> is not followed.</summary>
    /// <remarks>A warning says that there are more listings than were listed; name the others by their ids. A list that is cut proves no listing absent.</remarks>
    public const bool FollowsCursor = false;

    /// <summary>S31: an edit of a paused listing must leave it complete, as that of an active one.</summary>
    /// <remarks>The edit is refused before it is sent; <c>-SkipCheck</c> lets the service decide.</remarks>
    public const bool PausedCountsAsLive = true;

    /// <summary>S32: the presence alone of a locked set is refused once there are applications.</summary>
    /// <remarks>The edit is refused before it is sent, although the service would take an unchanged copy; leave the locked sets out.</remarks>
    public const bool FrozenSetsAreRefused = true;

    /// <summary>S35: a search answers at most so many places, so that many may not be all.</summary>
    /// <remarks>A name that may mean more places is said to mean so many, or at least so many; the choice is the user's either way.</remarks>
    public const int MaxSearchItems = 10;

    /// <summary>S35: a search needs a text.</summary>
    /// <remarks>A search without one is refused before it is sent.</remarks>
    public const bool SearchNeedsText = true;

    /// <summary>S37: a <c>salaryMin</c> above <c>salaryMax</c> is reported on this field.</summary>
    /// <remarks>The error before sending names this field, that of the service another.</remarks>
    public const string ReversedSalariesField = "salaryMax";

    /// <summary>S47: a refusal for too many requests holds so long where it does not say.</summary>
    /// <remarks>Too short a wait is refused again and the next one doubled; too long a one costs time.</remarks>
    public static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(60);
}
