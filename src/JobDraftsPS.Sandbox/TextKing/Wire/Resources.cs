using System.Globalization;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.TextKing.Catalog;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>The JSON of every resource: all fields are always there, null when unknown.</summary>
internal sealed class Resources(TextKingCatalog catalog, TextKingAssumptions assumptions, ResourceUris uris, DateTimeOffset now)
{
    /// <summary>The <c>links</c> array.</summary>
    public static JsonArray Links(params (string Rel, string Href)[] links)
    {
        var array = new JsonArray();
        foreach (var (rel, href) in links)
        {
            array.Add((JsonNode)new JsonObject { ["rel"] = rel, ["href"] = href });
        }

        return array;
    }

    public JsonObject Project(Project project)
    {
        var content = project.Content;
        var total = OrderTotal.Of(project, catalog, now);
        var links = new List<(string, string)>
        {
            ("self", uris.Project(project.Id)),
            ("urn:textking:jobs", uris.Jobs(project.Id)),
            ("urn:textking:line_items", uris.LineItems(project.Id)),
        };
        if (content.BillingAddress is { } address)
        {
            links.Add(("urn:textking:billing_address", uris.Address(address)));
        }

        return new JsonObject
        {
            ["id"] = project.Id.ToString(),
            ["number"] = project.Number,
            ["name"] = content.Name,
            ["due_date"] = content.DueDate?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            ["state"] = project.State,
            ["currency"] = assumptions.Currency,
            ["net_price"] = total?.NetPrice,
            ["vat"] = total is null ? null : assumptions.VatPercentage,
            ["coupon_name"] = content.CouponName,
            ["coupon_value"] = total is null ? null : catalog.FindCoupon(content.CouponName)?.WorthFor(total.NetPrice, total.Words),
            ["discount_customer"] = total is null ? null : 0m,
            ["discount_project"] = total is null ? null : 0m,
            ["affiliate_id"] = content.AffiliateId,
            ["billing_address"] = content.BillingAddress?.ToString(),
            ["links"] = Links([.. links]),
        };
    }

    public JsonObject Job(Job job)
    {
        var content = job.Content;
        var words = job.WordsAt(now);
        var project = job.Project.Id;
        var links = new List<(string, string)>
        {
            ("self", uris.Job(project, job.Id)),
            ("urn:textking:project", uris.Project(project)),
        };
        if (content.Topic is { } topic)
        {
            links.Add(("urn:textking:topic", uris.Topic(topic)));
        }

        if (job.Source is not null)
        {
            links.Add(("urn:textking:document", uris.Document(project, job.Id)));
        }

        if (job.Translation is not null)
        {
            links.Add(("urn:textking:translation", uris.Translation(project, job.Id)));
        }

        return new JsonObject
        {
            ["id"] = job.Id.ToString(),
            ["number"] = job.Number,
            ["name"] = content.Name,
            ["source_language"] = content.SourceLanguage,
            ["target_language"] = content.TargetLanguage,
            ["quality"] = content.Quality,
            ["topic"] = content.Topic?.ToString(),
            ["briefing"] = content.Briefing,
            ["state"] = job.State,
            ["words"] = words,
            ["net_price"] = OrderTotal.PriceOf(job, catalog, now),
            ["currency"] = words is null ? null : assumptions.Currency,
            ["is_active"] = content.IsActive,
            ["links"] = Links([.. links]),
        };
    }

    public JsonObject Callback(Job job, Callback callback) => new()
    {
        ["id"] = callback.Id.ToString(),
        ["url"] = callback.Url,
        ["trigger_state"] = callback.TriggerState,
        ["extra_data"] = callback.ExtraData,
        ["links"] = Links(
            ("self", uris.Callback(job.Project.Id, job.Id, callback.Id)),
            ("urn:textking:job", uris.Job(job.Project.Id, job.Id))),
    };

    public JsonObject Topic(Topic topic, string language) => new()
    {
        ["id"] = topic.Id.ToString(),
        ["name"] = topic.NameIn(language),
        ["localization_language"] = language,
        ["links"] = Links(("self", uris.Topic(topic.Id))),
    };

    public JsonObject Language(Language shown, string language) => new()
    {
        ["code"] = shown.Code,
        ["name"] = shown.NameIn(language),
        ["localization_language"] = language,
        ["links"] = Links(("self", uris.Language(shown.Code))),
    };

    public JsonObject Address(Address address) => new()
    {
        ["id"] = address.Id.ToString(),
        ["company"] = address.Company,
        ["vat_number"] = address.VatNumber,
        ["street"] = address.Street,
        ["zip"] = address.Zip,
        ["city"] = address.City,
        ["country"] = address.Country,
        ["firstname"] = address.FirstName,
        ["lastname"] = address.LastName,
        ["gender"] = address.Gender,
        ["is_default"] = address.IsDefault,
        ["links"] = Links(("self", uris.Address(address.Id))),
    };

    /// <summary>A line item; it alone has no self link.</summary>
    public JsonObject LineItem(Project project, LineItem item) => new()
    {
        ["id"] = item.Id.ToString(),
        ["description"] = item.Description,
        ["currency"] = assumptions.Currency,
        ["value"] = item.Value,
        ["links"] = Links(("urn:textking:project", uris.Project(project.Id))),
    };

    /// <summary>A project's coupon; no links are known of it.</summary>
    public JsonObject Coupon(Project project, Coupon coupon)
    {
        var total = OrderTotal.Of(project, catalog, now);
        return new JsonObject
        {
            ["name"] = coupon.Name,
            ["unit"] = coupon.Unit,
            ["total_value"] = coupon.TotalValue,
            ["redeemed_value"] = total is null ? 0m : coupon.RedeemedBy(total.NetPrice, total.Words),
            ["remainder_coupon"] = coupon.Remainder,
        };
    }

    public JsonObject PriceInfo(string source, string target, Guid? topic, int words)
    {
        var prices = new JsonArray();
        foreach (var quality in assumptions.Qualities)
        {
            var perWord = catalog.PricePerWord(source, target, quality, topic);
            prices.Add((JsonNode)new JsonObject
            {
                ["quality"] = quality,
                ["price_per_word"] = perWord,
                ["total_price"] = words * perWord,
                ["currency"] = assumptions.Currency,
            });
        }

        return new JsonObject
        {
            ["source_language"] = source,
            ["target_language"] = target,
            ["topic"] = topic?.ToString(),
            ["words"] = words,
            ["prices"] = prices,
        };
    }
}
