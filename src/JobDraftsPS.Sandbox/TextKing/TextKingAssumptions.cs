namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>Everything that TEXTKING's pages do not say and the sandbox had to decide; T numbers are the contract's register.</summary>
/// <remarks>
/// <para>Values are properties below. Some decisions are the shape of the code and have no value to set:</para>
/// <list type="bullet">
/// <item>T2 no Accept is JSON; T5 no rate limit; T50 XML is not built, so it falls under T3 and T4.</item>
/// <item>T9, T23 what belongs to another customer or another project is 404; T34 so is an unknown language code, T36 a missing coupon.</item>
/// <item>T14, T16, T17, T18, T22, T37, T44 wrong values are 400 and change nothing; T45 a page past the end is empty.</item>
/// <item>T15 projects come newest first; jobs, callbacks and line items come in the order in which they were made.</item>
/// <item>T19 a deleted project takes its jobs along; T20, T21 null and unknown fields, see the JSON body's reader.</item>
/// <item>T24, T43 an upload answers an empty body and the document's address, without the name, in both location headers.</item>
/// <item>T25 a document's name has no slash, nor what could not stand in a header; T29 the translation keeps the source's name.</item>
/// <item>T28 an upload outside <c>prepared</c> is 403, an empty one 400; T32 callbacks in any state, any number of them.</item>
/// <item>T38, T39 see the workflow; T40, T41, T42, T11, T13 see the links of each resource.</item>
/// <item>T46, T47 every error has the same small JSON body; T48 order: 401, 405, 406 of the answer, 400 of ids, 404, 403, body.</item>
/// </list>
/// <para>Not even in the register: a project's price is that of its active jobs and line items, before any coupon; VAT and the two
/// discounts appear together with the price; a value of blanks alone counts as empty; null clears an optional field of a project
/// as it does for a job; an inactive job is not priced into the project.</para>
/// </remarks>
internal sealed class TextKingAssumptions
{
    /// <summary>T27: the largest document in bytes that is taken when nothing else is set.</summary>
    public const long DefaultUploadLimit = 20L * 1024 * 1024;

    /// <summary>T1: the language of localized text when the caller names none that exists.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>T3, T4: the answer to an Accept or a Content-Type that is not served; the document pages use it for the same.</summary>
    public int UnsupportedTypeStatus { get; init; } = 406;

    /// <summary>T6: how long an access token lives unless it was asked for with <c>offline_access=1</c>.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>T6: how long an authorization code may wait for its exchange.</summary>
    public TimeSpan AuthorizationCodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>T7: languages, like topics and prices, are read without a token.</summary>
    public bool LanguagesArePublic { get; init; } = true;

    /// <summary>T8: the challenge that comes with 401.</summary>
    public string Challenge { get; init; } = "Bearer";

    /// <summary>T10: the qualities that can be ordered; <c>basic</c> is known to a client only.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = ["translation", "translation-and-correction"];

    /// <summary>T26: how long after its upload a document's words are known.</summary>
    public TimeSpan WordCountDelay { get; init; } = TimeSpan.Zero;

    /// <summary>T31: the status of a registered callback; the page's sample has 200 where every other POST has 201.</summary>
    public int CallbackRegisteredStatus { get; init; } = 200;

    /// <summary>T33: how long the one try of an outgoing callback may take.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>T49: the forms in which a due date is taken.</summary>
    public IReadOnlyList<string> DueDateForms { get; init; } = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The words that any document of a binary format is said to have.</summary>
    public int WordsOfBinaryDocument { get; init; } = 250;

    /// <summary>The percentage shown as <c>vat</c> once a project is priced.</summary>
    public decimal VatPercentage { get; init; } = 19m;

    /// <summary>The currency of every account.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>How many outgoing callbacks are remembered; older ones are forgotten first.</summary>
    public int CallbackMemory { get; init; } = 10_000;
}
