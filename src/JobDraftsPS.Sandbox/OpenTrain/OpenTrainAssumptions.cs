namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>Every point on which OpenTrain's public pages are silent and this service had to choose.</summary>
/// <remarks>What the pages do state (limits, windows, enum values) is not here but beside the call that needs it.</remarks>
internal sealed record OpenTrainAssumptions
{
    /// <summary>The status of a create, also of a replayed one; pages of calls that answer 201 say so, this one does not.</summary>
    public int CreateStatus { get; init; } = 200;

    /// <summary>The longest <c>externalId</c> and <c>idempotencyKey</c>.</summary>
    public int LongestKey { get; init; } = 255;

    /// <summary>What a draft needs to be published, besides the rate that goes with its <c>paymentType</c>.</summary>
    public IReadOnlyList<string> RequiredToPublish { get; init; } =
        ["jobTitle", "jobDescription", "paymentType", "experienceLevel", "dataVolumeUnit"];

    /// <summary>Keys that <c>null</c> does not clear.</summary>
    public IReadOnlyList<string> NotClearable { get; init; } = ["jobTitle", "jobDescription"];

    /// <summary>The <c>code</c> of a missing field; the pages show two spellings.</summary>
    public string MissingFieldCode { get; init; } = "missing_required_field";

    /// <summary>What <c>details.mode</c> says when the drafting feature is off.</summary>
    public string FeatureOffMode { get; init; } = "OFF";

    /// <summary>The side effects' status of a publish that changed nothing.</summary>
    public string NoSideEffects { get; init; } = "skipped";

    /// <summary>How many jobs a search gives without a <c>limit</c>.</summary>
    public int SearchLimit { get; init; } = 20;

    /// <summary>How long a listing says that it is valid; one published example has eight weeks.</summary>
    public TimeSpan ListingLife { get; init; } = TimeSpan.FromDays(56);

    /// <summary>The category of a listing whose draft names no data type; no draft key is said to set it.</summary>
    public string Category { get; init; } = "Data labeling";

    /// <summary>The status of a call that the service does not have, in the envelope.</summary>
    public int UnknownPathStatus { get; init; } = 404;

    /// <summary>Whether an error that has nothing more to say leaves <c>details</c> out instead of sending an empty object.</summary>
    public bool OmitsEmptyDetails { get; init; }

    /// <summary>The member of <c>details</c> that holds a schema's issues; empty where the details are the list itself.</summary>
    public string SchemaIssues { get; init; } = Drafts.ZodIssues.Member;

    /// <summary>Whether a create with an unknown top-level key is refused; refusal is documented for patches only.</summary>
    public bool CreateRejectsUnknownKeys { get; init; }

    /// <summary>Which of two equal members of a create counts: the one inside <c>source</c>, or the one beside it.</summary>
    public bool SourceWins { get; init; } = true;

    /// <summary>Whether a key used before refuses a body that differs from the first one, instead of giving back the first draft.</summary>
    public bool ReplayConflicts { get; init; }

    /// <summary>The member of an unmapped field that shows the beginning of its value; the page is cut off there.</summary>
    public string UnmappedPreview { get; init; } = "valuePreview";

    /// <summary>Whether low-confidence entries are objects with a <c>field</c> instead of plain names.</summary>
    public bool LowConfidenceAsObjects { get; init; }

    /// <summary>Whether the issues of a validation are plain texts instead of objects.</summary>
    public bool IssuesAsTexts { get; init; }

    /// <summary>The query name by which an editor page is told its job; the pages show <c>jobId</c> and <c>job</c>.</summary>
    public string EditorQuery { get; init; } = "jobId";

    /// <summary>The status of a patch of a job that is no draft any more; the page lists none.</summary>
    public int PatchNotDraftStatus { get; init; } = 409;

    /// <summary>The status of a publish of a job that is neither a draft nor open.</summary>
    public int PublishNotDraftStatus { get; init; } = 409;

    /// <summary>Whether a draft can be closed; the page lists no refusal.</summary>
    public bool ClosesDrafts { get; init; } = true;

    /// <summary>Whether a new payment type erases the rates of the others.</summary>
    public bool PaymentTypeErasesRates { get; init; }

    /// <summary>The smallest number of people to hire; the page says only "number".</summary>
    public int MinHeadcount { get; init; } = 1;

    /// <summary>The smallest price; the page says only "number".</summary>
    public decimal MinPrice { get; init; }

    /// <summary>Fields that take one text or a list of them; the pages do not say which.</summary>
    public IReadOnlyList<string> TextOrListFields { get; init; } = ["subjectMatter", "labelingSoftware"];

    /// <summary>Whether a publish that moderation refuses uses up one of the day's publishes.</summary>
    public bool FailedPublishCounts { get; init; }

    /// <summary>Whether a publish of a job that is open already uses up one of the day's publishes.</summary>
    public bool RepeatedPublishCounts { get; init; }

    /// <summary>Whether the quota is looked at before moderation.</summary>
    public bool ModeratesLast { get; init; } = true;

    /// <summary>Whether a <c>limit</c> above the largest page is brought down to it instead of refused.</summary>
    public bool ClampsLimit { get; init; } = true;

    /// <summary>Whether a draft in the list has the address of its page, or null in its place.</summary>
    public bool DraftsHaveJobUrl { get; init; } = true;

    /// <summary>Whether a draft that was listed once answers like a closed listing, instead of like an unknown one.</summary>
    public bool OnceListedLooksClosed { get; init; } = true;

    /// <summary>The names of a search's language and country filters.</summary>
    public string LanguageFilter { get; init; } = "language";

    /// <inheritdoc cref="LanguageFilter"/>
    public string CountryFilter { get; init; } = "country";
}
