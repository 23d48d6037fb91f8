using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Errors;

/// <summary>An answer that is not the service's own is told as what it is.</summary>
public sealed class AnswerAdviceTests
{
    [Theory]
    [InlineData(403, "<!doctype html><html><body>Sorry</body></html>", "CF-Ray", "8a1b-FRA", "8a1b-FRA")]
    [InlineData(403, "<html><body>Blocked</body></html>", "Via", "1.1 proxy", "firewall")]
    [InlineData(302, "", "Location", "https://login.example/", "https://login.example/")]
    [InlineData(405, "", "Allow", "GET", "does not take PATCH")]
    [InlineData(415, "", "Via", "1.1 proxy", "JSON")]
    public void The_advice_says_who_answered_and_where_it_points(int status, string body, string header, string value, string expected)
    {
        foreach (var service in new[] { JobService.OpenTrain, JobService.TextKing, JobService.Sorce })
        {
            var error = Refusal.Of(service, "PATCH", status, body, (header, value));

            Assert.Contains(expected, error.RecommendedAction, StringComparison.Ordinal);
            Assert.DoesNotContain("Test-JobDraftConnection", error.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_in_markup_are_shown_with_or_without_a_declaration()
    {
        foreach (var body in new[] { "<?xml version=\"1.0\"?><error><message>Quota is used up</message></error>", "<error><message>Quota is used up</message></error>" })
        {
            Assert.Contains("Quota is used up", Refusal.Of(JobService.TextKing, "PUT", 400, body).Message, StringComparison.Ordinal);
        }
    }
}
