using System.Globalization;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>
/// Reads a plain job text the cautious way that the service's examples show: amounts, counts and languages are taken,
/// while level of experience and unit of volume stay open even when the words seem to tell them.
/// </summary>
internal static class TextImport
{
    private const int LongestTitle = 120;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const string Amount = @"(?:\$|\bUSD)\s*(?<amount>\d[\d,]*(?:\.\d+)?)(?!\s*(?:-|–|to)\s*\$?\d)(?:\s*USD\b)?";

    /// <summary>A number that is no part of a longer one and no amount of money.</summary>
    private const string Standalone = @"(?<![\d.,$])";

    /// <summary>Words that may stand between a number and what it counts: "12 patient native annotators", but not "$2 per annotator".</summary>
    private const string Fillers = @"(?:(?!per\b|an?\b|each\b|for\b)[\w-]+\s+){0,2}?";

    private const string Labels = "labels?|annotations?|images?|box(?:es)?|tasks?|items?|files?|clips?|segments?|words?";
    private const string People =
        "annotators?|labell?ers?|trainers?|people|persons?|freelancers?|reviewers?|transcribers?|translators?|raters?|contractors?|experts?|workers?";

    private const string Things =
        "images?|photos?|pictures?|files?|documents?|videos?|clips?|recordings?|sentences?|words?|utterances?|prompts?|hours? of (?:audio|video|speech)";

    private static readonly string[] NumberWords =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Languages =
    [
        "Arabic", "Bengali", "Chinese", "Czech", "Danish", "Dutch", "English", "Finnish", "French", "German", "Greek", "Hebrew",
        "Hindi", "Hungarian", "Indonesian", "Italian", "Japanese", "Korean", "Malay", "Norwegian", "Polish", "Portuguese",
        "Romanian", "Russian", "Spanish", "Swahili", "Swedish", "Tamil", "Thai", "Turkish", "Ukrainian", "Urdu", "Vietnamese",
    ];

    private static readonly Regex PerHour = new(Amount + @"\s*(?:/|per|an?)\s*(?:hours?|hrs?|h)\b", Options);
    private static readonly Regex PerLabel = new(Amount + @"\s*(?:/|per|an?|for each)\s*(?:" + Labels + @")\b", Options);
    private static readonly Regex FixedBefore = new(@"\b(?:fixed|flat|total)(?:\s+(?:price|fee|budget|pay|rate))?\s*(?:of|is|:)?\s*" + Amount, Options);
    private static readonly Regex FixedAfter = new(Amount + @"\s*(?:fixed|flat|in total|total)\b", Options);

    private static readonly Regex Range = new(
        @"\$\s*(?<range>\d[\d,.]*\s*(?:-|–|to)\s*\$?\d[\d,.]*)\s*(?:USD\s*)?(?:/|per|an?)\s*(?:hours?|hrs?|h)\b", Options);

    private static readonly Regex Headcount = new(
        Standalone + @"\b(?<count>\d{1,4}|" + string.Join("|", NumberWords.Skip(1)) + @")\s+" + Fillers + "(?:" + People + @")\b", Options);

    private static readonly Regex Volume = new(Standalone + @"\b(?<count>\d[\d,]{0,15})\s+" + Fillers + "(?:" + Things + @")\b", Options);
    private static readonly Regex BeforeTitle = new(@"^(?:#+ ?)?(?:(?:job )?title ?:)? ?", Options);
    private static readonly Regex Blanks = new(@"\s+", Options);
    private static readonly Regex Language = new(@"\b(?:" + string.Join("|", Languages) + @")\b", RegexOptions.CultureInvariant);

    public static ImportedDraft Read(string text)
    {
        var draft = new ImportedDraft();
        ReadTitle(text, draft);
        draft.SetText("jobDescription", text);
        ReadPay(text, draft);
        var words = OneBlankEach(text);
        if (Headcount.Match(words) is { Success: true } people)
        {
            draft.Fields["headcount"] = Count(people.Groups["count"].Value);
        }

        if (Volume.Match(words) is { Success: true } volume && Number(volume.Groups["count"].Value) is { } things)
        {
            draft.Fields["dataVolume"] = things;
            draft.Unsure("dataVolume");
        }

        var languages = Language.Matches(words).Cast<Match>().Select(match => match.Value).Distinct().ToArray();
        if (languages.Length > 0)
        {
            draft.Fields["languages"] = languages;
        }

        return draft;
    }

    /// <summary>Reads how the work is paid.</summary>
    /// <returns>Whether anything was found.</returns>
    public static bool ReadPay(string text, ImportedDraft draft)
    {
        text = OneBlankEach(text);
        var found = new List<(string Type, string Key, Match Match)>
        {
            ("PAY_PER_HOUR", "pricePerHour", PerHour.Match(text)),
            ("PAY_PER_LABEL", "pricePerLabel", PerLabel.Match(text)),
            ("FIXED_PRICE", "fixedPrice", First(FixedBefore.Match(text), FixedAfter.Match(text))),
        };
        found.RemoveAll(pay => !pay.Match.Success);
        if (found.Count > 0)
        {
            var (type, key, match) = found[0];
            draft.Fields["paymentType"] = type;
            if (Number(match.Groups["amount"].Value) is { } amount)
            {
                draft.Fields[key] = amount;
            }

            if (found.Count > 1)
            {
                draft.Unsure("paymentType");
                draft.Warn("The text names several ways of payment; the first kind found was taken.");
            }

            return true;
        }

        if (Range.Match(text) is not { Success: true } range)
        {
            return false;
        }

        // A range says how the work is paid, yet not at what rate: that question stays open.
        draft.Fields["paymentType"] = "PAY_PER_HOUR";
        draft.SetText("budgetRange", range.Groups["range"].Value);
        draft.Warn("The text names a range; the rate itself has to be set.");
        return true;
    }

    /// <summary>The text with one blank where it has a run of them: the patterns need not try every way to share a long run among their parts.</summary>
    private static string OneBlankEach(string text) => Blanks.Replace(text, " ");

    private static Match First(Match one, Match other) => one.Success ? one : other;

    private static void ReadTitle(string text, ImportedDraft draft)
    {
        var line = text.Split('\n').First(candidate => !string.IsNullOrWhiteSpace(candidate));
        var heading = OneBlankEach(line).Trim().TrimEnd('#').TrimEnd();
        var title = heading.Substring(BeforeTitle.Match(heading).Length);
        if (title.Length > LongestTitle)
        {
            // A paragraph is no heading: its first sentence serves until someone looks.
            draft.Unsure("jobTitle");
            var end = title.IndexOf(". ", StringComparison.Ordinal);
            title = end is > 0 and <= LongestTitle ? title.Substring(0, end) : title.Substring(0, LongestTitle);
        }

        draft.SetText("jobTitle", title);
    }

    private static decimal Count(string text)
    {
        var word = Array.FindIndex(NumberWords, known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? word : Math.Max(1, decimal.Parse(text, CultureInfo.InvariantCulture));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
