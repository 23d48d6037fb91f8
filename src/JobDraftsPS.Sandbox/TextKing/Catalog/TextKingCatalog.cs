namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>What is the same for every customer and never changes: topics, languages, prices and coupons.</summary>
internal sealed class TextKingCatalog
{
    private readonly Dictionary<Guid, Topic> topicsById;
    private readonly Dictionary<string, Language> languagesByCode;
    private readonly Dictionary<string, Coupon> couponsByName;
    private readonly IReadOnlyDictionary<string, decimal> basePrices;

    /// <summary>Creates the catalogue; <paramref name="basePrices"/> is money for a word, by quality.</summary>
    public TextKingCatalog(
        IReadOnlyList<Topic> topics,
        IReadOnlyList<Language> languages,
        IReadOnlyList<Coupon> coupons,
        IReadOnlyDictionary<string, decimal> basePrices)
    {
        Topics = topics;
        TargetLanguages = languages;
        SourceLanguages = languages.Where(language => language.IsSource).ToArray();
        topicsById = topics.ToDictionary(topic => topic.Id);
        languagesByCode = languages.ToDictionary(language => language.Code, StringComparer.Ordinal);
        couponsByName = coupons.ToDictionary(coupon => coupon.Name, StringComparer.Ordinal);
        this.basePrices = basePrices;
    }

    public IReadOnlyList<Topic> Topics { get; }

    public IReadOnlyList<Language> SourceLanguages { get; }

    public IReadOnlyList<Language> TargetLanguages { get; }

    public Topic? FindTopic(Guid id) => topicsById.TryGetValue(id, out var topic) ? topic : null;

    public Language? FindLanguage(string code) => languagesByCode.TryGetValue(code, out var language) ? language : null;

    public Coupon? FindCoupon(string? name) => name is not null && couponsByName.TryGetValue(name, out var coupon) ? coupon : null;

    /// <summary>The price of one word, as money.</summary>
    public decimal PricePerWord(string source, string target, string quality, Guid? topic) =>
        basePrices[quality]
        + languagesByCode[source].Surcharge
        + languagesByCode[target].Surcharge
        + (topic is { } id ? topicsById[id].Surcharge : 0m);

    /// <summary>T22: both languages exist in their direction and differ.</summary>
    /// <exception cref="TextKingRefusal">400: they do not.</exception>
    public void CheckLanguages(string source, string target)
    {
        if (FindLanguage(source) is not { IsSource: true })
        {
            throw TextKingRefusal.BadRequest($"'source_language' is '{source}'; the codes of /languages/source are allowed.");
        }

        if (FindLanguage(target) is null)
        {
            throw TextKingRefusal.BadRequest($"'target_language' is '{target}'; the codes of /languages/target are allowed.");
        }

        if (source == target)
        {
            throw TextKingRefusal.BadRequest("'source_language' and 'target_language' must differ.");
        }
    }

    /// <summary>T22: the text is the id of a topic.</summary>
    /// <exception cref="TextKingRefusal">400: it is not.</exception>
    public Guid CheckTopic(string text) =>
        Wire.Uuid.TryParse(text, out var id) && topicsById.ContainsKey(id)
            ? id
            : throw TextKingRefusal.BadRequest($"'topic' is '{text}'; the ids of /topics are allowed.");
}
