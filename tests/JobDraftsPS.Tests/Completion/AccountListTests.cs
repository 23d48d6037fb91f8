using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>What an account may send is offered once the service has said it, and asked for by no Tab key.</summary>
public sealed class AccountListTests
{
    [Fact]
    public void The_account_s_own_lists_are_offered_once_a_command_has_asked()
    {
        using var bench = Answering("\"paymentType\":[\"FIXED_PRICE\",\"BARTER\"],\"visibility\":[\"PUBLIC\"]", "jobTitle", "paymentType", "visibility", "newKey");
        Assert.Equal(["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"], TabKey.Press(bench.Session, "Update-JobDraft d -PaymentType "));
        Assert.Empty(bench.Calls);

        bench.Run("Get-DraftCapabilities");

        Assert.Equal(["FIXED_PRICE", "BARTER"], TabKey.Press(bench.Session, "Update-JobDraft d -PaymentType "));
        Assert.Equal(["PUBLIC"], TabKey.Press(bench.Session, "Update-PublishedJob d -Visibility "));
        Assert.Equal(["jobTitle", "paymentType", "visibility", "newKey"], TabKey.Press(bench.Session, "Update-JobDraft d -Clear "));
        Assert.Equal(["@{ newKey = "], TabKey.Press(bench.Session, "Update-JobDraft d -Field new"));
        Assert.Single(bench.Calls);
    }

    [Fact]
    public void The_connection_on_the_line_counts_and_not_the_default()
    {
        using var bench = Answering("\"paymentType\":[\"BARTER\"]", "paymentType");
        bench.Run("Get-DraftCapabilities; $other = Connect-JobDraftService OpenTrain -BaseUri http://127.0.0.1:9/ot -Token $token -PassThru; $asked = Get-JobDraftConnection; Connect-JobDraftService OpenTrain -BaseUri $origin -Token $token", ("token", Bench.Secret("t")), ("origin", bench.Origin + "/ot"));
        bench.Run("Get-DraftCapabilities");

        Assert.Equal(["BARTER"], TabKey.Press(bench.Session, "Update-JobDraft d -PaymentType "));
        Assert.Equal(["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"], TabKey.Press(bench.Session, "Update-JobDraft d -Connection $other -PaymentType "));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("it's")]
    [InlineData("a\"b")]
    [InlineData("$HOME")]
    [InlineData("$(1)")]
    [InlineData("back`tick")]
    [InlineData("typographic ‘quotes’ and “quotes”")]
    [InlineData("-Switch")]
    [InlineData("a;b|c&d")]
    [InlineData("a,b")]
    [InlineData("@splat")]
    [InlineData("#remark")]
    [InlineData("plain_WORD-1.5")]
    [InlineData("Überblick")]
    public void A_value_stands_on_the_line_as_the_value_that_it_is(string value)
    {
        using var bench = Answering("\"visibility\":[" + System.Text.Json.JsonSerializer.Serialize(value) + "]", "visibility");
        bench.Run("Get-DraftCapabilities");

        // The engine takes a quoted hyphen for the beginning of a parameter's name and asks nobody.
        var begin = value[0] == '-' ? "'" : "'" + value[..1].Replace("'", "''", StringComparison.Ordinal);
        foreach (var begun in new[] { "", "'", "\"", begin })
        {
            var line = TabKey.Filled(bench.Session, "Update-JobDraft d -Visibility " + begun);
            Assert.Equal(value, TabKey.LastValue(line));
        }
    }

    [Fact]
    public void A_word_that_needs_no_quotes_has_none()
    {
        using var bench = Answering("\"visibility\":[\"PUBLIC\"]", "visibility");
        bench.Run("Get-DraftCapabilities");

        Assert.Equal(["PUBLIC"], TabKey.Press(bench.Session, "Update-JobDraft d -Visibility pu"));
        Assert.Equal(["'PUBLIC'"], TabKey.Press(bench.Session, "Update-JobDraft d -Visibility 'pu"));
        Assert.Equal(["\"PUBLIC\""], TabKey.Press(bench.Session, "Update-JobDraft d -Visibility \"pu"));
    }

    private static Bench Answering(string enums, params string[] keys) => new(call => Task.FromResult(new Reply(
        200,
        "{\"enabled\":true,\"draft\":{\"updateKeys\":[" + string.Join(",", keys.Select(key => $"\"{key}\"")) + "],\"enums\":{" + enums + "}}}")));
}
