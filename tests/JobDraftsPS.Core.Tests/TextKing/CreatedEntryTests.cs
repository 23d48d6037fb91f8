using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.TextKing;

/// <summary>What a create made is found again by what was sent, however the service writes it: one that is not found is made a second time.</summary>
public sealed class CreatedEntryTests
{
    [Theory]
    [InlineData("name", "Spring", "\"Spring\"", true)]
    [InlineData("name", "Spring", "\"spring\"", false)]
    [InlineData("name", " Spring\r\nsale ", "\"Spring\\nsale\"", true)]
    [InlineData("due_date", "2026-05-04", "\"2026-05-04T00:00:00\"", true)]
    [InlineData("due_date", "2026-05-04", "\"2026-05-04T00:00:00Z\"", true)]
    [InlineData("due_date", "2026-05-04", "\"2026-05-04T00:00:00+09:00\"", true)]
    [InlineData("due_date", "2026-05-04", "\"2026-05-05T00:00:00\"", false)]
    [InlineData("billing_address", "77777777-1111-4222-8333-44444444444a", "\"77777777-1111-4222-8333-44444444444A\"", true)]
    [InlineData("coupon_name", "W", "null", false)]
    public void A_project_is_known_by_what_was_sent(string field, string sent, string held, bool isIt) =>
        Assert.Equal(isIt, Matches(TranslationProjectFields.Known, field, sent, held));

    [Theory]
    [InlineData("order 9", "\"order 9\"", true)]
    [InlineData("order 9", "\"order 8\"", false)]
    [InlineData("{\"order\":9}", "{\"order\":9}", true)]
    [InlineData("{\"order\":9}", "{\"order\":8}", false)]
    [InlineData("9", "9", true)]
    [InlineData("order 9", "9", false)]
    public void A_callbacks_data_may_come_back_as_the_json_that_it_is(string sent, string held, bool isIt) =>
        Assert.Equal(isIt, Matches(CallbackFields.Known, "extra_data", sent, held));

    private static bool Matches(FieldSet fields, string field, string sent, string held)
    {
        using var entry = JsonDocument.Parse($$"""{"id":"a","{{field}}":{{held}}}""");
        return CreatedEntry.In("list", _ => throw new InvalidOperationException(), [new FieldChange(field, sent)], fields).Matches(entry.RootElement);
    }
}
