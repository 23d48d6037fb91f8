using System.Text.Json;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>A made listing is found again by what was sent, however the service writes it.</summary>
public sealed class ListingMatchTests
{
    [Theory]
    [InlineData("""{"title":"T","publish":false}""", """{"id":"j","title":"T","status":"DRAFT"}""", true)]
    [InlineData("""{"title":"T","publish":false}""", """{"id":"j","title":"t","status":"DRAFT"}""", false)]
    [InlineData("""{"title":"T","publish":false}""", """{"id":"j","status":"DRAFT"}""", false)]
    [InlineData("""{"title":" T ","description":"a\r\n\r\nb\n"}""", """{"title":"T","description":"a\n\nb"}""", true)]
    [InlineData("""{"title":"T","description":"a b"}""", """{"title":"T","description":"ab"}""", false)]
    [InlineData("""{"title":"T","publish":true}""", """{"id":"j","title":"T","status":"DRAFT"}""", false)]
    [InlineData("""{"title":"T","publish":true}""", """{"id":"j","title":"T","status":"ACTIVE"}""", true)]
    [InlineData("""{"title":"T","publish":true}""", """{"id":"j","title":"T","status":7}""", true)]
    [InlineData("""{"title":"T","salaryMin":5}""", """{"title":"T","salaryMin":5.0}""", true)]
    [InlineData("""{"title":"T","salaryMin":5}""", """{"title":"T","salaryMin":6}""", false)]
    [InlineData("""{"title":"T","salaryMin":5}""", """{"title":"T","salaryMin":null}""", false)]
    [InlineData("""{"title":"T","salaryMin":5}""", """{"title":"T"}""", true)]
    [InlineData("""{"title":"T","locations":[{"locationId":1,"city":"a"},{"locationId":2}]}""", """{"title":"T","locations":[{"locationId":2,"city":"B"},{"locationId":1,"city":"A"}]}""", true)]
    [InlineData("""{"title":"T","locations":[{"locationId":1}]}""", """{"title":"T","locations":[{"locationId":1},{"locationId":2}]}""", false)]
    [InlineData("""{"title":"T","budgets":[{"window":"DAILY","budgetCents":5,"notes":null}]}""", """{"title":"T","budgets":[{"window":"DAILY","budgetCents":5}]}""", true)]
    [InlineData("""{"title":"T","budgets":[{"window":"DAILY","budgetCents":5}]}""", """{"title":"T","budgets":[{"window":"DAILY","budgetCents":6}]}""", false)]
    [InlineData("""{"title":"T","questions":[{"prompt":"P","order":0,"type":"X"}]}""", """{"title":"T","questions":[{"id":"q","prompt":"P","order":0,"options":[],"type":"X"}]}""", true)]
    [InlineData("""{"title":"T","questions":[{"prompt":"P","order":0,"type":"X"}]}""", """{"title":"T","questions":[{"id":"q","prompt":"P","order":0,"type":"Y"}]}""", false)]
    public void Only_what_holds_everything_that_was_sent_is_it(string sent, string entry, bool isIt) =>
        Assert.Equal(isIt, ListingMatch.Holds(JsonDocument.Parse(entry).RootElement, JsonDocument.Parse(sent).RootElement));
}
