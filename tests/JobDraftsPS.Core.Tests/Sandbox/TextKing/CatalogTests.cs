using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>Topics, languages, prices and addresses.</summary>
public sealed class CatalogTests : IDisposable
{
    private const string Finance = "3f8067b4-d859-4c24-a1ba-ad13eeade3ab";

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void There_are_15_topics_in_English_unless_said_otherwise()
    {
        var reply = sandbox.Get("/topics");

        Assert.Equal(15, (int)reply.Json["total"]!);
        Assert.Equal("en", reply.Header("Content-Language"));
        Assert.Equal(15, reply.Items.Select(topic => (string?)topic!["id"]).Distinct().Count());
        Assert.Equal("General", (string?)reply.Items.Single(topic => (string?)topic!["id"] == General)!["name"]);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("DE", "de")]
    [InlineData("en;q=0.2, de;q=0.8", "de")]
    [InlineData("fr, de;q=0.1", "de")]
    [InlineData("de;q=0", "en")]
    [InlineData("de;q=0.5, *", "en")]
    [InlineData("fr", "en")]
    [InlineData("deu", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void The_language_is_the_better_liked_of_de_and_en(string? header, string language)
    {
        var reply = sandbox.Get("/topic/" + Finance, ("Accept-Language", header));

        Assert.Equal(language, reply.Header("Content-Language"));
        Assert.Equal(language, reply.Text("localization_language"));
        Assert.Equal(language == "de" ? "Finanzen" : "Finance", reply.Text("name"));
        Assert.Equal($"{Base}/topic/{Finance}", reply.Link("self"));
    }

    [Theory]
    [InlineData("/topic/x", 400)]
    [InlineData("/topic/" + Spring, 404)]
    [InlineData("/language/xx", 404)]
    [InlineData("/language/FR", 404)]
    public void What_is_not_in_the_catalogue_is_not_found(string path, int status) =>
        Assert.Equal(status, sandbox.Get(path).Status);

    [Fact]
    public void A_language_has_a_localized_name()
    {
        var reply = sandbox.Get("/language/fr", ("Accept-Language", "de"));

        Assert.Equal("fr", reply.Text("code"));
        Assert.Equal("Französisch", reply.Text("name"));
        Assert.Equal("de", reply.Text("localization_language"));
        Assert.Equal("de", reply.Header("Content-Language"));
        Assert.Equal($"{Base}/language/fr", reply.Link("self"));
    }

    [Fact]
    public void Languages_differ_by_direction_and_each_can_be_read_alone()
    {
        var sources = Codes("/languages/source");
        var targets = Codes("/languages/target");

        Assert.ProperSubset(targets, sources);
        Assert.DoesNotContain("ja", sources);
        Assert.All(targets, code => Assert.Equal(200, sandbox.Get("/language/" + code).Status));
        Assert.Equal($"{Base}/languages/source?page=1&per_page=100", sandbox.Get("/languages/source").Link("self"));
    }

    [Fact]
    public void A_price_depends_on_the_topic_and_repeats_what_was_asked()
    {
        var general = sandbox.Get("/price-info?words=80&source_language=en&target_language=fr");
        var finance = sandbox.Get($"/price-info?words=80&source_language=en&target_language=fr&topic={Finance}");

        Assert.Equal(["source_language", "target_language", "topic", "words", "prices"], general.Json.Select(field => field.Key));
        Assert.Null(general.Text("topic"));
        Assert.Equal(Finance, finance.Text("topic"));
        Assert.Equal(80, (int)finance.Json["words"]!);
        Assert.Equal([9.6m, 12m], Totals(general));
        Assert.Equal([11.2m, 13.6m], Totals(finance));
    }

    [Theory]
    [InlineData("source_language=en&target_language=fr")]
    [InlineData("words=10&target_language=fr")]
    [InlineData("words=10&source_language=en")]
    [InlineData("words=0&source_language=en&target_language=fr")]
    [InlineData("words=-1&source_language=en&target_language=fr")]
    [InlineData("words=ten&source_language=en&target_language=fr")]
    [InlineData("words=1.5&source_language=en&target_language=fr")]
    [InlineData("words=10&source_language=xx&target_language=fr")]
    [InlineData("words=10&source_language=ja&target_language=fr")]
    [InlineData("words=10&source_language=en&target_language=en")]
    [InlineData("words=10&source_language=en&target_language=fr&topic=General")]
    [InlineData("words=10&source_language=en&target_language=fr&topic=" + Spring)]
    public void A_price_needs_words_two_languages_and_a_known_topic(string query) =>
        Assert.Equal(400, sandbox.Get("/price-info?" + query).Status);

    [Theory]
    [InlineData("text/plain", "one two three", 200)]
    [InlineData("image/png", "one", 406)]
    [InlineData("text/plain", "", 400)]
    public void The_words_of_a_posted_document_are_counted_by_the_service(string type, string text, int status)
    {
        var reply = sandbox.Send(
            "POST",
            "/price-info?source_language=en&target_language=fr&words=99",
            System.Text.Encoding.UTF8.GetBytes(text),
            ("Content-Type", type),
            ("Authorization", null));

        Assert.Equal(status, reply.Status);
        if (status == 200)
        {
            Assert.Equal(3, (int)reply.Json["words"]!);
            Assert.Equal([0.36m, 0.45m], Totals(reply));
        }
    }

    [Fact]
    public void A_posted_document_needs_its_languages_in_the_query() =>
        Assert.Equal(400, sandbox.Send("POST", "/price-info?source_language=en", "a"u8.ToArray(), ("Content-Type", "text/plain")).Status);

    [Fact]
    public void One_billing_address_is_the_default()
    {
        var reply = sandbox.Get("/account/addresses");

        Assert.Equal(2, (int)reply.Json["total"]!);
        var byDefault = reply.Items.Single(address => (bool)address!["is_default"]!)!;
        Assert.Equal(DefaultAddress, (string?)byDefault["id"]);
        Assert.Equal(
            ["id", "company", "vat_number", "street", "zip", "city", "country", "firstname", "lastname", "gender", "is_default", "links"],
            byDefault.AsObject().Select(field => field.Key));
        Assert.Equal($"{Base}/account/address/{DefaultAddress}", TextKingReply.LinkOf(byDefault, "self"));
        Assert.Equal(byDefault.ToJsonString(), sandbox.Get("/account/address/" + DefaultAddress).Json.ToJsonString());
    }

    [Theory]
    [InlineData("/account/address/x", 400)]
    [InlineData("/account/address/" + Spring, 404)]
    public void Addresses_need_a_known_id(string path, int status) => Assert.Equal(status, sandbox.Get(path).Status);

    private static decimal[] Totals(TextKingReply reply) =>
        [.. reply.Json["prices"]!.AsArray().Select(price => (decimal)price!["total_price"]!)];

    private HashSet<string> Codes(string path) => [.. sandbox.Get(path).Items.Select(language => (string)language!["code"]!)];
}
