using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Errors;

/// <summary>Refusals in the forms that services really use, whether or not their pages show them: nothing that they say is lost, and none is endless.</summary>
public sealed class ErrorFormTests
{
    private static readonly ApiRequest Patch = new(OpenTrainRoutes.UpdateDraft, "the update of draft 'd'", "d");

    [Theory]
    [InlineData("""[{"path":["pricePerHour"],"message":"Too small"}]""")]
    [InlineData("""{"issues":[{"path":["pricePerHour"],"message":"Too small"}]}""")]
    [InlineData("""{"errors":[{"path":"pricePerHour","message":"Too small"}]}""")]
    [InlineData("""{"errors":{"pricePerHour":"Too small"}}""")]
    [InlineData("""{"errors":{"pricePerHour":["Too small"]}}""")]
    [InlineData("""{"zodIssues":[{"path":["pricePerHour"],"code":"too_small","message":"Too small"}]}""")]
    [InlineData("""{"formErrors":[],"fieldErrors":{"pricePerHour":["Too small"]}}""")]
    [InlineData("""{"_errors":[],"pricePerHour":{"_errors":["Too small"]}}""")]
    [InlineData("""[{"field":"pricePerHour","message":"Too small"}]""")]
    [InlineData("""{"violations":[{"property":"pricePerHour","reason":"Too small"}]}""")]
    public void A_field_is_named_in_every_usual_form_of_OpenTrains_details(string details)
    {
        var error = OpenTrain(400, $$"""{"error":"Invalid body","code":"BAD_REQUEST","details":{{details}}}""");

        Assert.Equal(new("pricePerHour", "Too small"), Assert.Single(error.FieldErrors));
        Assert.Contains("Invalid body. pricePerHour: Too small.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Correct what is named and run it again.", error.RecommendedAction);
    }

    [Theory]
    [InlineData("""{"_errors":["No body"],"languages":{"_errors":[],"0":{"_errors":["Unknown"]}}}""", "body=No body;languages.0=Unknown")]
    [InlineData("""{"formErrors":["No body"],"fieldErrors":{"a":["x","y"]}}""", "body=No body;a=x. y")]
    [InlineData("""{"issues":["Something"]}""", "body=Something")]
    public void What_names_no_field_is_of_the_body_and_what_lies_deeper_has_its_path(string details, string expected)
    {
        var error = OpenTrain(400, $$"""{"error":"Invalid body","details":{{details}}}""");

        Assert.Equal(expected, string.Join(";", error.FieldErrors.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData(""" "The price is too small" """, "Invalid body. The price is too small.")]
    [InlineData("""{"hint":{"min":5}}""", """Invalid body. {"hint":{"min":5}}.""")]
    [InlineData("[5]", "5")]
    public void Details_of_a_form_that_nobody_knows_are_shown_as_they_are(string details, string expected)
    {
        Assert.Contains(expected, OpenTrain(400, $$"""{"error":"Invalid body","details":{{details}}}""").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "Bad input", "Correct what the message names")]
    [InlineData(400, "This job is not a draft", "It is not a draft of this account")]
    [InlineData(403, "Forbidden", "The token may lack a scope")]
    [InlineData(403, "You do not own this job", "It is not a draft of this account")]
    [InlineData(404, "Not found", "It is not a draft of this account")]
    [InlineData(409, "Conflict", "It is not a draft of this account")]
    public void The_advice_follows_from_what_the_answer_says(int status, string message, string expected)
    {
        Assert.StartsWith(expected, OpenTrain(status, $$"""{"error":"{{message}}","code":"X"}""").RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_OAuth_says_of_a_token_is_told()
    {
        var error = OpenTrain(401, """{"error":"invalid_token","error_description":"The token expired an hour ago"}""");

        Assert.Contains("invalid_token. The token expired an hour ago.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"VALIDATION_FAILED","message":"No.","fields":{"title":"Too short"}}}""")]
    [InlineData("""{"error":{"code":"VALIDATION_FAILED","message":"No.","fields":[{"field":"title","message":"Too short"}]}}""")]
    [InlineData("""{"error":{"code":"VALIDATION_FAILED","message":"No.","details":[{"path":["title"],"message":"Too short"}]}}""")]
    [InlineData("""{"error":{"code":"VALIDATION_FAILED","message":"No."},"fields":{"title":"Too short"}}""")]
    [InlineData("""{"error":"No.","code":"VALIDATION_FAILED","fields":{"title":["Too short"]}}""")]
    [InlineData("""{"message":"No.","errors":[{"name":"title","error":"Too short"}]}""")]
    public void A_field_is_named_in_every_usual_form_of_Sorces_refusal(string body)
    {
        var error = ApiErrors.Refused(JobService.Sorce, Patch, Answer(422, body), SorceErrors.Read(Patch, Answer(422, body)));

        Assert.Equal(new("title", "Too short"), Assert.Single(error.FieldErrors));
        Assert.Contains("No. title: Too short.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Fill the fields named, then run it again.", error.RecommendedAction);
    }

    [Theory]
    [InlineData("""{"message":"Wrong language"}""", "Wrong language")]
    [InlineData("""{"error":"bad_request","error_description":"Wrong language"}""", "bad_request. Wrong language")]
    [InlineData("""{"errors":{"source_language":["Wrong language"]}}""", "source_language: Wrong language")]
    [InlineData("""{"error":{"message":"Wrong language"}}""", "Wrong language")]
    [InlineData("""{"title":"Bad Request","detail":"Wrong language"}""", "Wrong language. Bad Request")]
    public void TextKings_refusals_have_no_form_and_say_what_they_say(string body, string expected)
    {
        var error = ApiErrors.Refused(JobService.TextKing, Patch, Answer(400, body), TextKingErrors.Read(Patch, Answer(400, body)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_beyond_all_measure_is_told_in_a_page_and_not_in_a_book()
    {
        var fields = Enumerable.Range(0, 3000).ToDictionary(i => $"field{i}", _ => new string('x', 5000));
        var body = JsonSerializer.Serialize(new { error = new string('m', 360_000), code = new string('c', 10_000), requestId = new string('r', 10_000), details = new { errors = fields } });

        var error = OpenTrain(400, body);

        Assert.InRange(error.Message.Length, 1000, 8000);
        Assert.Contains("field9: xxx", error.Message, StringComparison.Ordinal);
        Assert.Contains("And 990 fields more.", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.ServiceMessage!.Length, 500, 503);
        Assert.Equal((100, 103, 103), (error.FieldErrors.Count, error.Code!.Length, error.RequestId!.Length));
        Assert.All(error.FieldErrors.Values, text => Assert.InRange(text.Length, 500, 503));
    }

    [Fact]
    public void A_tree_without_end_is_read_to_a_depth_and_no_further()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"_errors":["e"],"a":""", 60)) + "1" + new string('}', 60);

        var fields = OpenTrain(400, """{"error":"x","details":""" + deep + "}").FieldErrors;

        Assert.InRange(fields.Count, 2, 10);
        Assert.Equal("e", fields["a.a"]);
    }

    private static JobDraftsApiException OpenTrain(int status, string body) =>
        ApiErrors.Refused(JobService.OpenTrain, Patch, Answer(status, body), OpenTrainErrors.Read(Patch, Answer(status, body)));

    private static ApiResponse Answer(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));
}
