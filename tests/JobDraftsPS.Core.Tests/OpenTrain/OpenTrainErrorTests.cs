using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.OpenTrain;

public sealed class OpenTrainErrorTests
{
    [Theory]
    [InlineData(400, "BAD_REQUEST", CallOutcome.Refused)]
    [InlineData(401, "UNAUTHORIZED", CallOutcome.Refused)]
    [InlineData(403, "FORBIDDEN", CallOutcome.Refused)]
    [InlineData(404, "NOT_FOUND", CallOutcome.Refused)]
    [InlineData(409, "CONFLICT", CallOutcome.Refused)]
    [InlineData(429, "RATE_LIMITED", CallOutcome.Refused)]
    [InlineData(418, "SOMETHING_NEW", CallOutcome.Refused)]
    [InlineData(500, "INTERNAL_ERROR", CallOutcome.Unknown)]
    public void Every_documented_code_becomes_an_error_id_of_its_own(int status, string code, CallOutcome outcome)
    {
        var error = Refuse(status, $$$"""{"error":"No.","code":"{{{code}}}","requestId":"r-1","details":{}}""");

        Assert.Equal("OpenTrain." + code, error.ErrorId);
        Assert.Equal((status, code, "No.", "r-1", outcome), (error.StatusCode, error.Code, error.ServiceMessage, error.RequestId, error.Outcome));
        Assert.Contains($"({status} {code}): No.", error.Message, StringComparison.Ordinal);
        Assert.Contains(outcome == CallOutcome.Refused ? "Nothing was changed." : "Whether it was done is not known.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"x","code":"BAD_REQUEST"}""")]
    [InlineData("""{"error":"x","code":"BAD_REQUEST","details":null}""")]
    [InlineData("""{"error":"x","code":"BAD_REQUEST","details":"text"}""")]
    [InlineData("""{"error":"x","code":"BAD_REQUEST","details":[1,null,"a"]}""")]
    [InlineData("""{"error":"x","code":"BAD_REQUEST","details":{"issues":null,"validation":[],"reason":{},"requiredScopes":7}}""")]
    public void Details_of_any_kind_are_survived(string body)
    {
        Assert.Equal("OpenTrain.BAD_REQUEST", Refuse(400, body).ErrorId);
    }

    [Theory]
    [InlineData("""{"issues":[ISSUES]}""")]
    [InlineData("[ISSUES]")]
    public void Schema_issues_are_named_by_field_wherever_they_stand(string details)
    {
        const string Issues = """
            {"code":"unrecognized_keys","keys":["jobTitel","salary"],"path":[],"message":"Unknown keys."},
            {"code":"invalid_type","expected":"number","received":"string","path":["pricePerHour"],"message":"Expected number"},
            {"code":"invalid_enum_value","options":["EXPERT","ENTRY_LEVEL"],"path":["experienceLevel"],"message":"Invalid value."},
            {"code":"too_small","path":["languages",0]}
            """;

        var error = Refuse(400, $$"""{"error":"Invalid body","code":"BAD_REQUEST","details":{{details.Replace("ISSUES", Issues, StringComparison.Ordinal)}}}""");

        Assert.Equal("Unknown keys.", error.FieldErrors["jobTitel"]);
        Assert.Equal("Unknown keys.", error.FieldErrors["salary"]);
        Assert.Equal("Expected number", error.FieldErrors["pricePerHour"]);
        Assert.Equal("Invalid value. Allowed: EXPERT, ENTRY_LEVEL.", error.FieldErrors["experienceLevel"]);
        Assert.Equal("too_small", error.FieldErrors["languages.0"]);
        Assert.Contains("experienceLevel: Invalid value. Allowed: EXPERT, ENTRY_LEVEL.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_publish_that_is_not_ready_carries_the_validation()
    {
        var error = Refuse(400, """
            {"error":"This draft still lacks required fields.","code":"BAD_REQUEST","details":{"validation":{"publishReady":false,"missingFieldCount":1,
             "missingFields":[{"field":"experienceLevel","prompt":"ask: Which?"}]}}}
            """);

        Assert.False(error.Validation!.PublishReady);
        Assert.Equal("Which?", error.Validation.MissingFields.Single().Prompt);
        Assert.Contains("Update-JobDraft", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"featureKey":"public_api_job_publishing","mode":"ALLOWLIST"}""", "The feature 'public_api_job_publishing' is off")]
    [InlineData("""{"requiredScopes":["jobs:write"]}""", "the scope jobs:write")]
    [InlineData("""{"reason":"moderation_blocked","reasons":["contact data","pay"]}""", "contact data; pay")]
    [InlineData("""{"jobId":"a","status":"OPEN","requiredStatus":"DRAFT"}""", "The job is OPEN; this works only while it is DRAFT.")]
    public void The_advice_names_what_the_details_say(string details, string expected)
    {
        var error = Refuse(403, $$"""{"error":"No.","code":"FORBIDDEN","details":{{details}}}""");

        Assert.Contains(expected, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void All_issues_of_one_field_are_told()
    {
        var error = Refuse(400, """{"error":"x","code":"BAD_REQUEST","details":{"issues":[{"path":["headcount"],"message":"Expected integer."},{"path":["headcount"],"message":"At least 1"},{"path":["headcount"],"message":"At least 1"}]}}""");

        Assert.Equal("Expected integer. At least 1", Assert.Single(error.FieldErrors).Value);
    }

    [Fact]
    public void Moderation_keeps_its_reason()
    {
        Assert.Equal("moderation_blocked", Refuse(403, """{"error":"No.","code":"FORBIDDEN","details":{"reason":"moderation_blocked"}}""").Reason);
    }

    [Fact]
    public void The_publish_quota_tells_limit_and_window()
    {
        var error = Refuse(429, """{"error":"Daily limit.","code":"RATE_LIMITED","details":{"limit":3,"windowHours":24}}""");

        Assert.Equal(TimeSpan.FromHours(24), error.RetryAfter);
        Assert.Contains("3 jobs in 24 hours", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-5")]
    [InlineData("1e300")]
    public void A_window_beyond_belief_is_survived(string hours)
    {
        var error = Refuse(429, $$$"""{"error":"x","code":"RATE_LIMITED","details":{"limit":3,"windowHours":{{{hours}}}}}""");

        Assert.InRange(error.RetryAfter ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(400));
    }

    [Fact]
    public void A_header_beats_the_window_of_the_quota()
    {
        var error = Refuse(429, """{"error":"x","code":"RATE_LIMITED","details":{"windowHours":24}}""", ("Retry-After", "90"));

        Assert.Equal(TimeSpan.FromSeconds(90), error.RetryAfter);
    }

    private static JobDraftsApiException Refuse(int status, string body, params (string Name, string Value)[] headers) =>
        Refusal.Of(JobService.OpenTrain, "PATCH", status, body, headers);
}
