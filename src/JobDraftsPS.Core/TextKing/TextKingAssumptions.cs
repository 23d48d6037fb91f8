using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>
/// What TEXTKING's documentation leaves open and this module takes for granted.
/// Each is corrected here and nowhere else. The mark in front is where our notes on the service's pages name it; the remark is what
/// the module does where it is wrong. <c>docs/assumptions.md</c> is made of this file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>T5: there is no rate limit, so nothing is paced. A 429 is waited for and repeated all the same.</item>
/// <item>T20, T21: a member that is null clears its field, and one that is not sent keeps it. Where the service replaces the whole job instead, an edit loses what it did not name; the answer is compared with what was sent, and a field that differs is a warning.</item>
/// <item>T47: the form of an error is not documented. The status decides; a text in any form is shown.</item>
/// </list>
/// </remarks>
public static class TextKingAssumptions
{
    /// <summary>T1: names of languages and topics are wanted in English when nobody asks for another language.</summary>
    /// <remarks>The service answers in another language, and a message says in which.</remarks>
    public const string DefaultLanguage = "en";

    /// <summary>T7: languages are read without a token, as topics and prices are.</summary>
    /// <remarks>The service refuses the read with 401 and the error says so; nothing is changed.</remarks>
    public const bool LanguagesNeedToken = false;

    /// <summary>T10: these service levels can be ordered; another client also knows <c>basic</c>, which no page offers.</summary>
    /// <remarks>Another level is refused before it is sent. One that a job already has is shown as it is.</remarks>
    public static readonly IReadOnlyList<string> Qualities = ["translation", "translation-and-correction"];

    /// <summary>T18: a project starts only with an active job, and every active job needs a document, because otherwise there is nothing to order.</summary>
    /// <remarks>The project is refused before it is sent, although the service would take it; it can still be started on TEXTKING's web site.</remarks>
    public const bool StartNeedsDocuments = true;

    /// <summary>T22: a job's two languages differ, because nothing is translated from a language into itself.</summary>
    /// <remarks>A job from a language into itself is refused before it is sent.</remarks>
    public const bool LanguagesMustDiffer = true;

    /// <summary>T36: the address of a coupon answers this status where the project has none.</summary>
    /// <remarks>The status is shown as an error of that row.</remarks>
    public const int MissingCouponStatus = 404;

    /// <summary>T44: a page may be asked for with as many entries as the documented maximum.</summary>
    /// <remarks>A list is read by the page size that the answer tells; where it tells none, a page that is not full ends the list.</remarks>
    public const int PageSize = 100;

    /// <summary>T47: so many characters of an error's message are enough, because it may be anything.</summary>
    /// <remarks>The rest is cut off, marked with three dots.</remarks>
    public const int MaxMessageLength = 500;

    /// <summary>T49: a due date may have a time of day, although only a date is documented for what is sent.</summary>
    /// <remarks>The service refuses the value, or keeps the day alone. Give a date without a time.</remarks>
    public const FieldType DueDateType = FieldType.LocalDateTime;
}
