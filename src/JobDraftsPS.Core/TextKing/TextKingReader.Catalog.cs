using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <content>What is only read.</content>
internal static partial class TextKingReader
{
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
            TotalValue = reader.Number("total_value"),
            RedeemedValue = reader.Number("redeemed_value"),
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
}
