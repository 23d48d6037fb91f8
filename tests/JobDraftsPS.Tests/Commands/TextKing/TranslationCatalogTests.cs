using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

public sealed class TranslationCatalogTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string General = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";

    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Topics_come_in_the_language_asked_for()
    {
        Assert.Equal(15, bench.Run("Get-TranslationTopic").Output.Count);
        Assert.Equal("General", Name($"Get-TranslationTopic {General}"));
        Assert.Equal("Allgemein", Name($"Get-TranslationTopic {General} -Culture de-AT"));
    }

    [Fact]
    public void A_language_without_names_is_told()
    {
        var result = bench.Run("Get-TranslationTopic -Culture fr");

        Assert.Equal(15, result.Output.Count);
        Assert.Contains("no names in 'fr'; they are in 'en'", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Languages_say_what_they_can_be()
    {
        var all = bench.Run("Get-TranslationLanguage").Output;

        Assert.Equal(19, all.Count);
        Assert.Equal(7, all.Count(language => language.Properties["IsSource"].Value is false));
        Assert.All(all, language => Assert.Equal(true, language.Properties["IsTarget"].Value));
        Assert.Equal(12, bench.Run("Get-TranslationLanguage -Direction Source").Output.Count);
        Assert.Equal("Französisch", Name("Get-TranslationLanguage fr -Culture de"));
        Assert.Single(bench.Run("Get-TranslationLanguage xx").AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "'xx'");
    }

    [Fact]
    public void A_price_comes_for_each_quality_and_language()
    {
        var prices = bench.Run("Get-TranslationPrice 10 -SourceLanguage de -TargetLanguage en, ja").Output;

        Assert.Equal(["en translation", "en translation-and-correction", "ja translation", "ja translation-and-correction"], prices.Select(price => $"{price.Properties["TargetLanguage"].Value} {price.Properties["Quality"].Value}"));
        Assert.All(prices, price => Assert.Equal(10 * (decimal)price.Properties["PricePerWord"].Value, (decimal)price.Properties["TotalPrice"].Value));
    }

    [Theory]
    [InlineData("0 -SourceLanguage de -TargetLanguage en", "1 word at least")]
    [InlineData("-5 -SourceLanguage de -TargetLanguage en", "1 word at least")]
    [InlineData("'1,200' -SourceLanguage de -TargetLanguage en", "'1,200' is not a whole number")]
    [InlineData("1kb -SourceLanguage de -TargetLanguage DE", "are the same")]
    [InlineData("10 -SourceLanguage de -TargetLanguage en -Topic General", "is no topic id")]
    public void A_price_of_nonsense_is_never_asked_for(string parameters, string words)
    {
        var error = Assert.Single(bench.Run($"try {{ Get-TranslationPrice {parameters} }} catch {{ throw }}").AllErrors);

        Assert.Contains(words, error.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void Line_items_come_with_their_project()
    {
        var item = Assert.Single(bench.Run("Get-TranslationProject -SkipCheck | Get-TranslationLineItem").Output);

        Assert.Equal((Winter, "Rush delivery", 30.5m, "EUR"), (item.Properties["ProjectId"].Value, item.Properties["Description"].Value, item.Properties["Value"].Value, item.Properties["Currency"].Value));
    }

    [Fact]
    public void A_coupon_comes_where_there_is_one_and_nothing_where_there_is_none()
    {
        bench.Run($"Set-TranslationProject {Spring} -CouponName WORDS500");

        var result = bench.Run("Get-TranslationProject -SkipCheck | Get-TranslationCoupon");

        Assert.Empty(result.AllErrors);
        var coupon = Assert.Single(result.Output);
        Assert.Equal((Spring, "WORDS500", "words", 500m, "WORDS500-REST"), (coupon.Properties["ProjectId"].Value, coupon.Properties["Name"].Value, coupon.Properties["Unit"].Value, coupon.Properties["TotalValue"].Value, coupon.Properties["RemainderCoupon"].Value));
    }

    [Fact]
    public void Addresses_come_with_the_default_marked()
    {
        Assert.Equal([true, false], bench.Run("Get-BillingAddress").Output.Select(address => address.Properties["IsDefault"].Value));
        Assert.Equal("Wien", Assert.Single(bench.Run("Get-BillingAddress 77777777-1111-4222-8333-555555555555").Output).Properties["City"].Value);
        Assert.Single(bench.Run("Get-BillingAddress 88888888-1111-4222-8333-444444444444").AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "88888888-1111-4222-8333-444444444444");
        Assert.Single(bench.Run("Get-BillingAddress home").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "is no address id", "Get-BillingAddress");
    }

    private object Name(string command)
    {
        var result = bench.Run(command);
        Assert.Empty(result.AllErrors);
        return Assert.Single(result.Output).Properties["Name"].Value;
    }
}
