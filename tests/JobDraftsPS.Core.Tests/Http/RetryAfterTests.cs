using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("99999999999999999999", 34_560_000)]
    public void The_header_is_read_in_seconds(string header, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.FromHeader(Refusal.Answer(429, "", ("Retry-After", header))));
    }

    [Fact]
    public void A_date_is_measured_against_the_services_own_clock()
    {
        var answer = Refusal.Answer(503, "", ("Retry-After", "Wed, 21 Oct 2015 07:28:30 GMT"), ("Date", "Wed, 21 Oct 2015 07:28:00 GMT"));

        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.FromHeader(answer));
    }

    [Fact]
    public void A_date_whose_weekday_is_wrong_is_a_date_all_the_same()
    {
        var answer = Refusal.Answer(503, "", ("Retry-After", "Mon, 21 Oct 2015 07:28:30 GMT"), ("Date", "Mon, 21 Oct 2015 07:28:00 GMT"));

        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.FromHeader(answer));
    }

    [Fact]
    public void A_date_that_has_passed_asks_for_no_wait()
    {
        Assert.Equal(TimeSpan.Zero, RetryAfter.FromHeader(Refusal.Answer(503, "", ("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"))));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("")]
    public void What_cannot_be_read_is_as_if_it_were_not_there(string header)
    {
        Assert.Null(RetryAfter.FromHeader(Refusal.Answer(429, "", ("Retry-After", header))));
    }
}
