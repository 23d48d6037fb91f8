namespace JobDraftsPS.Core.TextKing;

/// <summary>
/// What TEXTKING's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else; a client
/// carries the set that it works by.
/// </summary>
public sealed class TextKingAssumptions
{
    /// <summary>The language of localized names when nobody asks for another.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>Languages, like topics and prices, are read without a token.</summary>
    public bool LanguagesArePublic { get; init; } = true;

    /// <summary>Service levels that are offered; another client also knows <c>basic</c>, which no page offers.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = ["translation", "translation-and-correction"];

    /// <summary>A project starts only with an active job, and every active job needs a document.</summary>
    public bool StartNeedsDocuments { get; init; } = true;

    /// <summary>A job's two languages must differ.</summary>
    public bool LanguagesMustDiffer { get; init; } = true;

    /// <summary>A project without a coupon answers its coupon's address with 404.</summary>
    public bool MissingCouponIs404 { get; init; } = true;

    /// <summary>A due date may have a time of day; without this only the documented date goes out.</summary>
    public bool DueDateMayHaveTime { get; init; } = true;

    /// <summary>Entries asked for per page, the most that is allowed.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Characters of an error's message that are shown: no form of it is documented, so it may be anything.</summary>
    public int MaxMessageLength { get; init; } = 500;
}
