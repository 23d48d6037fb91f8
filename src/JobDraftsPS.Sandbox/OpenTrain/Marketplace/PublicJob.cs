using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain.Marketplace;

/// <summary>A listing as everyone sees it; its names differ from those that a draft is written with.</summary>
internal static class PublicJob
{
    public static JsonObject Write(OpenTrainJob job, string origin, OpenTrainAssumptions assumptions)
    {
        var title = job.Text("jobTitle") ?? string.Empty;
        var description = job.Text("jobDescription") ?? string.Empty;
        var posted = job.PublishedAt ?? job.CreatedAt;
        var slug = Slug(title);
        var url = $"{origin}/jobs/{slug}-{job.Id}";
        return new JsonObject
        {
            ["id"] = job.Id,
            ["slug"] = slug,
            ["title"] = title,
            ["companyName"] = job.Owner.CompanyName,
            ["descriptionText"] = description,
            ["descriptionHtml"] = $"<p>{WebUtility.HtmlEncode(description)}</p>",
            ["seoTitle"] = null,
            ["summary"] = job.Text("labelingOverview"),
            ["status"] = job.Status,
            ["datePosted"] = Timestamp.Write(posted),
            ["validThrough"] = Timestamp.Write(posted + assumptions.ListingLife),
            ["updatedAt"] = Timestamp.Write(job.UpdatedAt),
            ["employmentTypes"] = new JsonArray("CONTRACTOR"),
            ["countries"] = Texts(job.List("countries")),
            ["languages"] = Texts(job.List("languages")),
            ["category"] = Category(job, assumptions),
            ["dataType"] = job.Text("dataType"),
            ["labelTypes"] = Texts(job.List("labelTypes")),
            ["labelingSoftware"] = job.List("labelingSoftware") is { Count: > 0 } tools ? string.Join(", ", tools) : null,
            ["experienceLevel"] = Words(job.Text("experienceLevel")),
            ["skills"] = Texts(job.List("subjectMatter")),
            ["pay"] = Pay(job),
            ["url"] = url,
            ["applyUrl"] = url + "/apply",
        };
    }

    public static string Category(OpenTrainJob job, OpenTrainAssumptions assumptions) => job.Text("dataType") ?? assumptions.Category;

    /// <summary>The rate that goes with the payment type; the others are null even when the draft holds them.</summary>
    private static JsonObject Pay(OpenTrainJob job)
    {
        var type = job.Text("paymentType");
        var rate = DraftSchema.RateOf(type);
        decimal? Of(string key) => rate == key ? job.Number(key) : null;
        return new JsonObject
        {
            ["paymentType"] = type,
            ["currency"] = "USD",
            ["hourlyRate"] = Of("pricePerHour"),
            ["hourlyMin"] = null,
            ["hourlyMax"] = null,
            ["fixedPrice"] = Of("fixedPrice"),
            ["perLabelRate"] = Of("pricePerLabel"),
        };
    }

    /// <summary><c>ENTRY_LEVEL</c> reads <c>Entry Level</c> here.</summary>
    private static string? Words(string? value) =>
        value is null ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value.Replace('_', ' ').ToLowerInvariant());

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var sign in title.ToLowerInvariant())
        {
            if (sign is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(sign);
            }
            else if (slug.Length > 0 && slug[slug.Length - 1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
