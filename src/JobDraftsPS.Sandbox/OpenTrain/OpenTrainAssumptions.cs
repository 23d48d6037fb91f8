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

    /// <summary>The names of a search's language and country filters.</summary>
    public string LanguageFilter { get; init; } = "language";

    /// <inheritdoc cref="LanguageFilter"/>
    public string CountryFilter { get; init; } = "country";
}
