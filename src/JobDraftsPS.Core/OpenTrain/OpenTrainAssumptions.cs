namespace JobDraftsPS.Core.OpenTrain;

/// <summary>
/// What OpenTrain's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else: a client
/// carries one of these, so that another account may take other things for granted.
/// </summary>
/// <remarks>Plain setters: an init setter has another signature on each target framework, and the cmdlets are built against one of them.</remarks>
public sealed class OpenTrainAssumptions
{
    /// <summary>Longest text that a draft is made from, in characters; documented.</summary>
    public int MaxDescriptionLength { get; set; } = 60_000;

    /// <summary>Longest external id and idempotency key, in characters; no length is documented.</summary>
    public int MaxKeyLength { get; set; } = 255;

    /// <summary>Longest job id, in characters; documented for one read, taken for every call.</summary>
    public int MaxJobIdLength { get; set; } = 64;

    /// <summary>Smallest number of people to hire; the documentation says only "number".</summary>
    public int MinHeadcount { get; set; } = 1;

    /// <summary>Smallest price, in US dollars; the documentation says only "number".</summary>
    public decimal MinPrice { get; set; }

    /// <summary>Fields of which the documentation does not say whether they hold one text or a list: they go out as they are given.</summary>
    public IReadOnlyList<string> TextOrListFields { get; set; } = ["subjectMatter", "labelingSoftware"];

    /// <summary>Whether null clears a field. Where it does not, nothing can be cleared.</summary>
    public bool NullClears { get; set; } = true;

    /// <summary>Whether the answer to a create tells the job's present status, so that one that is no draft any more was made before.</summary>
    public bool CreateTellsStatus { get; set; } = true;

    /// <summary>Hours after which a publication no longer counts, where a refusal does not say.</summary>
    public int PublishWindowHours { get; set; } = 24;

    /// <summary>Whether a publication of a job that is live already counts against the day's number.</summary>
    public bool RepeatedPublishCounts { get; set; }

    /// <summary>The statuses that say of the write of a draft that the job is none that can be written; one page names some, the state machine others.</summary>
    public IReadOnlyList<int> NotPatchable { get; set; } = [400, 403, 404, 409];

    /// <summary>Whether what the account may do is asked once a connection; no rule for keeping it is documented.</summary>
    public bool KeepCapabilities { get; set; } = true;

    /// <summary>The member of an error's details that holds the schema's issues, where the details are not the list itself.</summary>
    public string SchemaIssues { get; set; } = "issues";

    /// <summary>The members that name the field of a low-confidence entry, where that is no plain name.</summary>
    public IReadOnlyList<string> LowConfidenceNames { get; set; } = ["field", "path", "key"];

    /// <summary>The name of the search's language filter; inferred.</summary>
    public string LanguageFilter { get; set; } = "language";

    /// <summary>The name of the search's country filter; inferred.</summary>
    public string CountryFilter { get; set; } = "country";

    /// <summary>Jobs asked for with one page of a list; 100 is the documented maximum, and beyond it the behaviour is open.</summary>
    public int PageSize { get; set; } = 100;
}
