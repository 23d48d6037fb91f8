using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>Reads a schema.org JobPosting.</summary>
internal static class JobPostingImport
{
    private static readonly Regex Tag = new("<[^>]*>", RegexOptions.CultureInvariant);

    public static ImportedDraft Read(JsonElement posting)
    {
        var draft = new ImportedDraft();
        foreach (var member in posting.EnumerateObject())
        {
            if (!Take(draft, member.Name, member.Value))
            {
                draft.NotMapped("jsonLd." + member.Name, "not_supported", member.Value.ToString());
            }
        }

        return draft;
    }

    /// <summary>The words of a piece of HTML.</summary>
    public static string PlainText(string html) => WebUtility.HtmlDecode(Tag.Replace(html, " ")).Trim();

    private static bool Take(ImportedDraft draft, string name, JsonElement value)
    {
        switch (name)
        {
            case "@context" or "@type" or "@id":
                return true;
            case "title" when value.ValueKind == JsonValueKind.String:
                draft.SetText("jobTitle", value.GetString());
                return true;
            case "description" when value.ValueKind == JsonValueKind.String:
                draft.SetText("jobDescription", PlainText(value.GetString()!));
                return true;
            case "inLanguage" when value.ValueKind == JsonValueKind.String:
                draft.Fields["languages"] = new[] { value.GetString()! };
                return true;
            case "totalJobOpenings":
                draft.SetOrList("jsonLd." + name, "headcount", value);
                return true;
            case "jobLocation" or "applicantLocationRequirements":
                return TakeCountry(draft, value);
            case "baseSalary" when value.ValueKind == JsonValueKind.Object:
                return TakeSalary(draft, value);
            default:
                return false;
        }
    }

    private static bool TakeCountry(ImportedDraft draft, JsonElement place)
    {
        var countries = Countries(place).Distinct().ToArray();
        if (countries.Length == 0)
        {
            return false;
        }

        var before = draft.Fields.TryGetValue("countries", out var kept) ? (string[])kept! : [];
        draft.Fields["countries"] = before.Union(countries).ToArray();
        return true;
    }

    private static IEnumerable<string> Countries(JsonElement place)
    {
        if (place.ValueKind == JsonValueKind.Array)
        {
            return place.EnumerateArray().SelectMany(Countries);
        }

        if (place.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (place.TryGetProperty("address", out var address))
        {
            return Countries(address);
        }

        return place.TryGetProperty("addressCountry", out var country) || place.TryGetProperty("name", out country)
            ? country.ValueKind == JsonValueKind.String ? [country.GetString()!] : Countries(country)
            : [];
    }

    /// <summary>Only one amount of dollars an hour says what an hour is paid; a range or another unit does not.</summary>
    private static bool TakeSalary(ImportedDraft draft, JsonElement salary)
    {
        if (!salary.TryGetProperty("currency", out var currency) || currency.ToString() != "USD"
            || !salary.TryGetProperty("value", out var amount) || amount.ValueKind != JsonValueKind.Object
            || !amount.TryGetProperty("unitText", out var unit) || unit.ToString() != "HOUR"
            || !amount.TryGetProperty("value", out var hourly))
        {
            return false;
        }

        draft.Fields["paymentType"] = "PAY_PER_HOUR";
        draft.SetOrList("jsonLd.baseSalary", "pricePerHour", hourly);
        return true;
    }
}
