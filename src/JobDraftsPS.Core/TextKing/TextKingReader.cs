using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's success answers into records. Null when an answer is not what it should be.</summary>
internal sealed class TextKingReader(TextKingAssumptions assumptions)
{
    public TranslationJob? Job(JsonElement element, string projectId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        var links = Links(reader);
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
            Validation = TranslationJobGaps.Find(state, isActive, hasDocument, required, assumptions),
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

        // The total alone is not to be trusted: one documented sample counts fewer than it lists.
        var list = new RecordReader(element);
        var perPage = list.Whole("per_page") ?? size;
        var total = list.Whole("total") ?? 0;
        return new ListPage<T>(items!, items.Length > 0 && (page * perPage < total || items.Length > perPage));
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

        reader.Skip("links");
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

        reader.Skip("links");
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

    public static TranslationLineItem? LineItem(JsonElement element, string projectId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } lineItemId)
        {
            return null;
        }

        reader.Skip("links");
        return new TranslationLineItem
        {
            ProjectId = projectId,
            LineItemId = lineItemId,
            Description = reader.Text("description"),
            Value = reader.Number("value"),
            Currency = reader.Text("currency"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>A coupon; its values are numbers, or texts that hold one.</summary>
    public static TranslationCoupon? Coupon(JsonElement element, string projectId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("name") is not { Length: > 0 } name)
        {
            return null;
        }

        reader.Skip("links");
        return new TranslationCoupon
        {
            ProjectId = projectId,
            Name = name,
            Unit = reader.Text("unit"),
            TotalValue = reader.NumberOrText("total_value"),
            RedeemedValue = reader.NumberOrText("redeemed_value"),
            RemainderCoupon = reader.Text("remainder_coupon"),
            AdditionalData = reader.Rest(),
        };
    }

    public static TranslationTopic? Topic(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } topicId)
        {
            return null;
        }

        reader.Skip("links");
        return new TranslationTopic { TopicId = topicId, Name = reader.Text("name"), LocalizationLanguage = reader.Text("localization_language"), AdditionalData = reader.Rest() };
    }

    public static TranslationLanguage? Language(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("code") is not { Length: > 0 } code)
        {
            return null;
        }

        reader.Skip("links");
        return new TranslationLanguage { Code = code, Name = reader.Text("name"), LocalizationLanguage = reader.Text("localization_language"), AdditionalData = reader.Rest() };
    }

    public static BillingAddress? Address(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } addressId)
        {
            return null;
        }

        reader.Skip("links");
        return new BillingAddress
        {
            AddressId = addressId,
            Company = reader.Text("company"),
            VatNumber = reader.Text("vat_number"),
            Street = reader.Text("street"),
            Zip = reader.Text("zip"),
            City = reader.Text("city"),
            Country = reader.Text("country"),
            FirstName = reader.Text("firstname"),
            LastName = reader.Text("lastname"),
            Gender = reader.Text("gender"),
            IsDefault = reader.Flag("is_default"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>One price for each service level; null when there is none.</summary>
    public static TranslationPrice[]? Prices(JsonElement element)
    {
        var whole = new RecordReader(element);
        var prices = whole.Items("prices");
        var (source, target, topic, words) = (whole.Text("source_language"), whole.Text("target_language"), whole.Text("topic"), whole.Whole("words"));
        whole.Skip("links");
        var rest = whole.Rest();
        return prices.Count == 0 ? null : prices.Select(Price).ToArray();

        TranslationPrice Price(JsonElement entry)
        {
            var reader = new RecordReader(entry);
            return new TranslationPrice
            {
                SourceLanguage = source,
                TargetLanguage = target,
                Topic = topic,
                Words = words,
                Quality = reader.Text("quality"),
                PricePerWord = reader.Number("price_per_word"),
                TotalPrice = reader.Number("total_price"),
                Currency = reader.Text("currency"),
                AdditionalData = rest.Concat(reader.Rest().Where(pair => !rest.ContainsKey(pair.Key))).ToDictionary(pair => pair.Key, pair => pair.Value),
            };
        }
    }

    /// <summary>The rels of the links. Their addresses are not used: some samples name another host.</summary>
    private static HashSet<string> Links(RecordReader reader) =>
        new(reader.Items("links").Select(link => new RecordReader(link).Text("rel") ?? string.Empty), StringComparer.Ordinal);
}
