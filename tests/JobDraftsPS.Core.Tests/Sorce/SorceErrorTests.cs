using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Sorce;

public sealed class SorceErrorTests
{
    [Theory]
    [InlineData(401, "INVALID_SERVICE_KEY", "Connect-JobDraftService -Service Sorce")]
    [InlineData(402, "PAYMENT_METHOD_REQUIRED", "add a card")]
    [InlineData(404, "NOT_FOUND", "Check the id")]
    [InlineData(409, "AGREEMENT_OUTDATED", "accept the current employer terms")]
    [InlineData(409, "INVALID_TRANSITION", "read the listing")]
    [InlineData(409, "JOB_NOT_EDITABLE", "create a new one")]
    [InlineData(409, "JOB_FROZEN", "qualifications and questions are locked")]
    [InlineData(422, "VALIDATION_FAILED", "Fill the fields named")]
    [InlineData(429, "RATE_LIMITED", "Wait")]
    public void Every_documented_code_has_its_own_id_and_advice(int status, string code, string advice)
    {
        var error = Refuse(status, $$$"""{"error":{"code":"{{{code}}}","message":"human text"}}""");

        Assert.Equal("Sorce." + code, error.ErrorId);
        Assert.Equal(CallOutcome.Refused, error.Outcome);
        Assert.Contains($"({status} {code}): human text. Nothing was changed.", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_fault_leaves_a_write_unknown()
    {
        var error = Refuse(500, """{"error":{"code":"INTERNAL","message":"oops"}}""");

        Assert.Equal("Sorce.INTERNAL", error.ErrorId);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public void The_fields_of_a_failed_validation_become_gaps()
    {
        var error = Refuse(422, """{"error":{"code":"VALIDATION_FAILED","message":"Check","fields":{"remoteCountry":"Needed","locations[0].locationId":"Pick one","qualifications.0.text":"Empty","odd":{"a":1}}}}""");

        Assert.Equal("Needed", error.FieldErrors["remoteCountry"]);
        Assert.Equal("""{"a":1}""", error.FieldErrors["odd"]);
        Assert.False(error.Validation!.PublishReady);
        Assert.Equal(["remoteCountry", "locations", "qualifications", "odd"], error.Validation.MissingFields.SelectMany(gap => gap.UpdateKeys));
    }

    [Theory]
    [InlineData("""{"error":{"code":"RATE_LIMITED","retryAfterSeconds":7}}""", null, 7)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","retryAfterSeconds":"7"}}""", null, 7)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","retryAfterSeconds":7},"retryAfterSeconds":8}""", "9", 7)]
    [InlineData("""{"error":{"code":"RATE_LIMITED"},"retryAfterSeconds":8}""", "9", 8)]
    [InlineData("""{"retryAfterSeconds":"8"}""", null, 8)]
    [InlineData("""{"error":{"code":"RATE_LIMITED"}}""", "9", 9)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","retryAfterSeconds":"soon"}}""", "9", 9)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","retryAfterSeconds":null}}""", null, 60)]
    [InlineData("""{"error":{"code":"RATE_LIMITED"}}""", null, 60)]
    [InlineData("""{"error":"slow down"}""", "9", 9)]
    [InlineData("<html></html>", "9", 9)]
    [InlineData("", null, 60)]
    public void The_wait_is_read_inside_the_error_then_beside_it_then_in_the_header_else_a_minute(string body, string? header, int seconds)
    {
        var error = header is null ? Refuse(429, body) : Refuse(429, body, ("Retry-After", header));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Fact]
    public void A_wait_in_form_of_a_date_counts_from_the_services_clock()
    {
        var error = Refuse(429, "", ("Retry-After", "Wed, 21 Oct 2015 07:28:09 GMT"), ("Date", "Wed, 21 Oct 2015 07:28:00 GMT"));

        Assert.Equal(TimeSpan.FromSeconds(9), error.RetryAfter);
    }

    [Fact]
    public void No_other_refusal_invents_a_wait()
    {
        Assert.Null(Refuse(422, """{"error":{"code":"VALIDATION_FAILED","retryAfterSeconds":7}}""").RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(30), Refuse(503, "", ("Retry-After", "30")).RetryAfter);
    }

    [Theory]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":{"code":7,"message":[],"fields":"x"}}""")]
    [InlineData("""{"error":{"code":null,"message":null,"fields":null}}""")]
    public void An_envelope_of_the_wrong_types_is_survived(string body)
    {
        Assert.StartsWith("Sorce.", Refuse(422, body).ErrorId, StringComparison.Ordinal);
    }

    private static JobDraftsApiException Refuse(int status, string body, params (string Name, string Value)[] headers) =>
        Refusal.Of(JobService.Sorce, "PATCH", status, body, headers);
}
