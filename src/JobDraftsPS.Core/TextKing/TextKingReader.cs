using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's success answers into records. Null when an answer is not what it should be.</summary>
internal static partial class TextKingReader
{
    public static TranslationJob? Job(JsonElement element, string projectId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        var links = Links(element);
        var required = new Dictionary<string, string?>
        {
            ["name"] = reader.Text("name"),
            ["source_language"] = reader.Text("source_language"),
            ["target_language"] = reader.Text("target_language"),
            ["quality"] = reader.Text("quality"),
        };
        var state = reader.Text("state");
        var isActive = reader.Flag("is_active");
        var words = reader.Whole("words");
        var hasDocument = links.Contains("urn:textking:document") || words is not null;
        return new TranslationJob
        {
            ProjectId = projectId,
            JobId = jobId,
            Title = required["name"],
            Name = required["name"],
            Status = state,
            State = state,
            Number = reader.Text("number"),
            SourceLanguage = required["source_language"],
            TargetLanguage = required["target_language"],
            Quality = required["quality"],
            Topic = reader.Text("topic"),
            Briefing = reader.Text("briefing"),
            IsActive = isActive,
            Words = words,
            NetPrice = reader.Number("net_price"),
            Currency = reader.Text("currency"),
            HasDocument = hasDocument,
            HasTranslation = links.Contains("urn:textking:translation"),
            Validation = TranslationJobGaps.Find(state, isActive, hasDocument, required),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>One page of a list; null when an entry has no id.</summary>
    public static ListPage<T>? Page<T>(JsonElement element, Func<JsonElement, T?> read, int page, int size)
        where T : class
    {
        if (!element.TryGetProperty("items", out var found) || found.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = found.EnumerateArray().Select(read).ToArray();
        if (items.Contains(null))
        {
            return null;
        }

        // The total alone is not to be trusted: one documented sample counts fewer than it lists. Without one a full page may not be the last.
        var list = new RecordReader(element);
        var perPage = list.Whole("per_page") ?? size;
        var goesOn = list.Whole("total") is { } total ? page * perPage < total || items.Length > perPage : items.Length >= perPage;
        return new ListPage<T>(items!, items.Length > 0 && goesOn);
    }

    public static ConnectionTest? Test(JsonElement element, Uri baseUri)
    {
        if (!element.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var total = new RecordReader(element).Whole("total")?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of";
        return new ConnectionTest
        {
            Service = JobService.TextKing,
            BaseUri = baseUri,
            Succeeded = true,
            Message = $"The token is good; it sees {total} projects. The service does not say whose it is.",
        };
    }

    public static TranslationProject? Project(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } projectId)
        {
            return null;
        }

        return new TranslationProject
        {
            ProjectId = projectId,
            Number = reader.Text("number"),
            Name = reader.Text("name"),
            State = reader.Text("state"),
            DueDate = reader.LocalDate("due_date"),
            BillingAddress = reader.Text("billing_address"),
            CouponName = reader.Text("coupon_name"),
            CouponValue = reader.Number("coupon_value"),
            AffiliateId = reader.Text("affiliate_id"),
            Currency = reader.Text("currency"),
            NetPrice = reader.Number("net_price"),
            Vat = reader.Number("vat"),
            DiscountCustomer = reader.Number("discount_customer"),
            DiscountProject = reader.Number("discount_project"),
            AdditionalData = reader.Rest(),
        };
    }

    public static TranslationCallback? Callback(JsonElement element, string projectId, string jobId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } callbackId)
        {
            return null;
        }

        return new TranslationCallback
        {
            ProjectId = projectId,
            JobId = jobId,
            CallbackId = callbackId,
            Url = reader.Text("url"),
            TriggerState = reader.Text("trigger_state"),
            ExtraData = reader.Value("extra_data"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>The rels of the links. Their addresses are not used: some samples name another host.</summary>
    private static HashSet<string> Links(JsonElement element) =>
        new(new RecordReader(element).Items("links").Select(link => new RecordReader(link).Text("rel") ?? string.Empty), StringComparer.Ordinal);
}
