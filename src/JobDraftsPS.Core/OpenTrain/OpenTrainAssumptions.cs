namespace JobDraftsPS.Core.OpenTrain;

/// <summary>
/// What OpenTrain's documentation leaves open and this module takes for granted.
/// Each is corrected here and nowhere else. The mark in front is where our notes on the service's pages name it; the remark is what
/// the module does where it is wrong. <c>docs/assumptions.md</c> is made of this file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>A1: any 2xx is a success of a create.</item>
/// <item>A3: entries of missing fields, issues and warnings are taken as texts or as objects; what is not understood is kept in <c>AdditionalData</c>.</item>
/// <item>A4: a key gives back the first draft, whatever the second body says; a create that was lost is therefore sent again with its key.</item>
/// <item>A6: calls with a token have no rate limit, so only publications and reads without a token are paced. A 429 is waited for.</item>
/// <item>1.1: job ids are opaque.</item>
/// <item>1.9: only a draft that really went live uses the day's number of publications. Where more counts, the service refuses with 429, which is kept and reported.</item>
/// <item>1.14: no header tells a wait; one that comes is obeyed as the least wait.</item>
/// </list>
/// </remarks>
public static class OpenTrainAssumptions
{
    /// <summary>1.1: a job id has at most so many characters; documented for one read, taken for every call.</summary>
    /// <remarks>A longer id is refused before it is sent.</remarks>
    public const int MaxJobIdLength = 64;

    /// <summary>A2: the documentation does not say whether these fields hold one text or a list, so they go out as they are given.</summary>
    /// <remarks>The service refuses the form that it does not take and names the field.</remarks>
    public static readonly IReadOnlyList<string> TextOrListFields = ["subjectMatter", "labelingSoftware"];

    /// <summary>A3: one of these members names the field of a low-confidence entry, where that is no plain name.</summary>
    /// <remarks>The entry is shown as its JSON.</remarks>
    public static readonly IReadOnlyList<string> LowConfidenceNames = ["field", "path", "key"];

    /// <summary>A4: external ids and idempotency keys have at most so many characters.</summary>
    /// <remarks>A longer one is refused before it is sent; where the service takes fewer, it refuses the row.</remarks>
    public const int MaxKeyLength = 255;

    /// <summary>A4: the answer to a create tells the job's present status, so one that is not a draft was made before.</summary>
    /// <remarks>A key that was used for a job that is live by now gives the old job as if it were new; its id shows it.</remarks>
    public const bool CreateTellsStatus = true;

    /// <summary>A5: these statuses say of the write of a draft that the job is not a draft that can be written.</summary>
    /// <remarks>The error is shown without that advice.</remarks>
    public static readonly IReadOnlyList<int> NotPatchable = [400, 403, 404, 409];

    /// <summary>A7: this member of an error's details holds the schema's issues, where the details are not the list itself.</summary>
    /// <remarks>The error names no field; its message is shown.</remarks>
    public const string SchemaIssues = "issues";

    /// <summary>A8: the search's language filter has this name.</summary>
    /// <remarks>The service ignores the filter, or refuses the search with 400; <c>Compare-JobDraftContract</c> names it.</remarks>
    public const string LanguageFilter = "language";

    /// <summary>A8: the search's country filter has this name.</summary>
    /// <remarks>The service ignores the filter, or refuses the search with 400; <c>Compare-JobDraftContract</c> names it.</remarks>
    public const string CountryFilter = "country";

    /// <summary>1.5: what the account may do is asked once a connection; no rule for keeping it is documented.</summary>
    /// <remarks>A field that became allowed later is refused until <c>Get-JobDraftCapabilities</c> asks again.</remarks>
    public const bool KeepCapabilities = true;

    /// <summary>1.8: the smallest number of people to hire; the documentation says only "number".</summary>
    /// <remarks>A smaller number is refused before it is sent; where more are needed, the service refuses the row.</remarks>
    public const int MinHeadcount = 1;

    /// <summary>1.8: the smallest price, in US dollars; the documentation says only "number".</summary>
    /// <remarks>A smaller price is refused before it is sent; where more is needed, the service refuses the row.</remarks>
    public const decimal MinPrice = 0;

    /// <summary>1.8: null clears a field.</summary>
    /// <remarks>The service refuses the row and names the field; nothing is changed.</remarks>
    public const bool NullClears = true;

    /// <summary>1.9: a publication no longer counts after so many hours, where a refusal does not say.</summary>
    /// <remarks>The advice names the wrong time; the service's own refusal decides.</remarks>
    public const int PublishWindowHours = 24;

    /// <summary>1.13: so many jobs are asked for with one page of a list, the documented maximum; what is beyond it is open.</summary>
    /// <remarks>A smaller page is read by its cursor.</remarks>
    public const int PageSize = 100;
}
