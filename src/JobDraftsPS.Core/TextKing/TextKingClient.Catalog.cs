using System.Globalization;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <content>What is only read: topics, languages, prices, addresses. All but the addresses need no token.</content>
public sealed partial class TextKingClient
{
    /// <summary>The topics, page by page.</summary>
    /// <param name="language">The language of the names; null for the usual.</param>
    /// <param name="context">How the call waits and reports.</param>
    public async Task<ReadPage> GetTopicsAsync(string? language, CallContext context)
    {
        var request = Localized(TextKingRoutes.Topics, "the list of topics", language, needsToken: false);
        var page = await GetPageAsync(request, TextKingReader.Topic, topic => topic.TopicId, context).ConfigureAwait(false);
        TellOtherLanguage(request.Language!, page.Items.OfType<TranslationTopic>().FirstOrDefault()?.LocalizationLanguage, context);
        return page;
    }

    /// <summary>One topic.</summary>
    public async Task<TranslationTopic> GetTopicAsync(string topicId, string? language, CallContext context)
    {
        RequireId("topic", topicId);
        var request = Localized(TextKingRoutes.Topic, $"the read of topic '{topicId}'", language, needsToken: false, topicId);
        var topic = await RunAsync<TranslationTopic>(new ApiCall(request, TextKingReader.Topic, "the topic's id"), context).ConfigureAwait(false);
        TellOtherLanguage(request.Language!, topic.LocalizationLanguage, context);
        return topic;
    }

    /// <summary>All languages, each once, marked as source, target or both.</summary>
    /// <param name="source">True to read those that documents can be in.</param>
    /// <param name="target">True to read those that documents can be translated into.</param>
    /// <param name="language">The language of the names; null for the usual.</param>
    /// <param name="context">How the calls wait and report.</param>
    public async Task<ReadPage> GetLanguagesAsync(bool source, bool target, string? language, CallContext context)
    {
        var found = new List<TranslationLanguage>();
        if (source)
        {
            await AddAsync(TextKingRoutes.SourceLanguages, "the list of source languages", known => known.IsSource = true).ConfigureAwait(false);
        }

        if (target)
        {
            await AddAsync(TextKingRoutes.TargetLanguages, "the list of target languages", known => known.IsTarget = true).ConfigureAwait(false);
        }

        foreach (var known in found.Where(_ => source && target))
        {
            known.IsSource ??= false;
            known.IsTarget ??= false;
        }

        TellOtherLanguage(language ?? TextKingAssumptions.DefaultLanguage, found.FirstOrDefault()?.LocalizationLanguage, context);
        return new ReadPage(found, null);

        async Task AddAsync(string route, string purpose, Action<TranslationLanguage> mark)
        {
            var request = Localized(route, purpose, language, TextKingAssumptions.LanguagesNeedToken);
            foreach (var read in await AllAsync<TranslationLanguage>(GetPageAsync(request, TextKingReader.Language, item => item.Code, context), context).ConfigureAwait(false))
            {
                var known = found.FirstOrDefault(other => string.Equals(other.Code, read.Code, StringComparison.OrdinalIgnoreCase));
                if (known is null)
                {
                    found.Add(known = read);
                }

                mark(known);
            }
        }
    }

    /// <summary>One language. Whether it is a source or a target its answer does not say.</summary>
    public async Task<TranslationLanguage> GetLanguageAsync(string code, string? language, CallContext context)
    {
        var request = Localized(TextKingRoutes.Language, $"the read of language '{code}'", language, TextKingAssumptions.LanguagesNeedToken, code);
        var found = await RunAsync<TranslationLanguage>(new ApiCall(request, TextKingReader.Language, "the language's code"), context).ConfigureAwait(false);
        TellOtherLanguage(request.Language!, found.LocalizationLanguage, context);
        return found;
    }

    /// <summary>What a number of words costs, one price for each service level. Orders nothing.</summary>
    /// <exception cref="JobDraftsApiException">A value is wrong; nothing was sent.</exception>
    public async Task<ReadPage> GetPriceAsync(long words, string sourceLanguage, string targetLanguage, string? topic, CallContext context)
    {
        if (words < 1)
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"A price is for 1 word at least, not for {words.ToString(CultureInfo.InvariantCulture)}.");
        }

        var request = new ApiRequest("GET", TextKingRoutes.PriceInfo, $"the price of {words.ToString(CultureInfo.InvariantCulture)} words from {sourceLanguage} to {targetLanguage}")
        {
            Query = [new("words", words.ToString(CultureInfo.InvariantCulture)), .. PriceQuery(sourceLanguage, targetLanguage, topic)],
            NeedsToken = false,
        };
        var prices = await RunAsync<TranslationPrice[]>(new ApiCall(request, TextKingReader.Prices, "a price"), context).ConfigureAwait(false);
        return new ReadPage(prices, null);
    }

    /// <summary>What a document costs, at each service level; the service counts its words and keeps nothing.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sourceLanguage">Language to translate from, an ISO 639 code.</param>
    /// <param name="targetLanguage">Language to translate into, an ISO 639 code.</param>
    /// <param name="topic">Id of the topic (UUID), or null.</param>
    /// <param name="context">How the call waits and reports.</param>
    public async Task<ReadPage> GetPriceAsync(SourceDocument document, string sourceLanguage, string targetLanguage, string? topic, CallContext context)
    {
        var request = new ApiRequest("POST", TextKingRoutes.PriceInfo, $"the price of {document} from {sourceLanguage} to {targetLanguage}")
        {
            Query = PriceQuery(sourceLanguage, targetLanguage, topic),
            Body = document.Body,
            OnlyAsks = true,
            NeedsToken = false,
        };
        var prices = await session.RunAsync<TranslationPrice[]>(new ApiCall(request, TextKingReader.Prices, "a price"), TextKingErrors.ReadUpload, context).ConfigureAwait(false);
        return new ReadPage(prices, null);
    }

    /// <summary>The account's billing addresses, page by page.</summary>
    public Task<ReadPage> GetAddressesAsync(CallContext context) =>
        GetPageAsync(new ApiRequest("GET", TextKingRoutes.Addresses, "the list of billing addresses"), TextKingReader.Address, address => address.AddressId, context);

    /// <summary>One billing address.</summary>
    public Task<BillingAddress> GetAddressAsync(string addressId, CallContext context)
    {
        RequireId("address", addressId);
        var request = new ApiRequest("GET", TextKingRoutes.Address, $"the read of billing address '{addressId}'", addressId);
        return RunAsync<BillingAddress>(new ApiCall(request, TextKingReader.Address, "the address's id"), context);
    }

    /// <summary>The languages and the topic that a price is for, as a query.</summary>
    private static List<KeyValuePair<string, string>> PriceQuery(string sourceLanguage, string targetLanguage, string? topic)
    {
        TranslationJobFields.RequireTwoLanguages(sourceLanguage, targetLanguage);
        List<KeyValuePair<string, string>> query = [new("source_language", sourceLanguage), new("target_language", targetLanguage)];
        if (topic is not null)
        {
            RequireId("topic", topic);
            query.Add(new("topic", topic));
        }

        return query;
    }

    private static ApiRequest Localized(string route, string purpose, string? language, bool needsToken, params string[] values) =>
        new("GET", route, purpose, values) { Language = language ?? TextKingAssumptions.DefaultLanguage, NeedsToken = needsToken };

    /// <summary>The service has names in few languages and answers in another without a word. One old sample writes the language with three letters.</summary>
    private static void TellOtherLanguage(string asked, string? answered, CallContext context)
    {
        if (answered is { Length: >= 2 } && !answered.StartsWith(asked.Substring(0, Math.Min(2, asked.Length)), StringComparison.OrdinalIgnoreCase))
        {
            context.Log.Warning($"TextKing has no names in '{asked}'; they are in '{answered}'.");
        }
    }
}
