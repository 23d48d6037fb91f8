using System.Text.Json;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>Reads OpenTrain's error answers: an envelope of error, code, requestId and details, or whatever a proxy put in its place.</summary>
internal static class OpenTrainErrors
{
    /// <summary>A window beyond this is a mistake of the service; a year of waiting is as good as refusing.</summary>
    private const decimal LongestWindowHours = 366 * 24;

    public static CallFailure Read(ApiRequest request, ApiResponse response)
    {
        if (response.JsonObject is not { } body)
        {
            return new CallFailure { Message = ApiErrors.Shown(response), RetryAfter = RetryAfter.FromHeader(response) };
        }

        var envelope = new RecordReader(body);
        var details = Details(body);
        return new CallFailure
        {
            Code = envelope.Text("code"),
            Message = envelope.Text("error") ?? ApiErrors.Shown(response),
            RequestId = envelope.Text("requestId"),
            Reason = details.Text("reason"),
            FieldErrors = FieldErrors(body),
            Validation = details.Object("validation") is { } ? OpenTrainValidation.Read(body.GetProperty("details")) : null,
            RetryAfter = RetryAfter.FromHeader(response) ?? WindowOf(response),
            Advice = Advice(response, details),
        };
    }

    private static RecordReader Details(ApiResponse response) => Details(response.JsonObject ?? default);

    private static RecordReader Details(JsonElement body) => new(new RecordReader(body).Object("details") ?? default);

    /// <summary>The window that a refusal for the number of publications names.</summary>
    public static TimeSpan? WindowOf(ApiResponse response) =>
        response.Status == 429 && Details(response).Number("windowHours") is { } hours ? RetryAfter.Seconds(Math.Min(hours, LongestWindowHours) * 3600) : null;

    /// <summary>The limit that such a refusal names.</summary>
    public static int? LimitOf(ApiResponse response) =>
        response.Status == 429 && Details(response).Whole("limit") is { } limit and > 0 and < int.MaxValue ? (int)limit : null;

    /// <summary>The schema issues by field: an array under <c>issues</c>, or the details themselves.</summary>
    private static Dictionary<string, string> FieldErrors(JsonElement body)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!body.TryGetProperty("details", out var details))
        {
            return errors;
        }

        var issues = details.ValueKind == JsonValueKind.Array ? details.EnumerateArray().ToArray() : new RecordReader(details).Items("issues");
        foreach (var element in issues)
        {
            var issue = new RecordReader(element);
            var message = issue.Text("message") ?? issue.Text("code") ?? "wrong";
            var options = issue.Texts("options");
            if (options.Length > 0)
            {
                message += $" Allowed: {string.Join(", ", options)}.";
            }

            var path = string.Join(".", issue.Texts("path"));
            foreach (var name in path.Length > 0 ? [path] : issue.Texts("keys").DefaultIfEmpty("body"))
            {
                errors[name] = message;
            }
        }

        return errors;
    }

    private static string? Advice(ApiResponse response, RecordReader details)
    {
        if (details.Text("featureKey") is { } feature)
        {
            return $"The feature '{feature}' is off for this account; ask OpenTrain to turn it on.";
        }

        if (details.Texts("requiredScopes") is { Length: > 0 } scopes)
        {
            return $"Use a token with the scope {string.Join(" and ", scopes)}.";
        }

        if (details.Text("reason") == "moderation_blocked")
        {
            var reasons = details.Texts("reasons");
            return $"Moderation gave these reasons: {(reasons.Length > 0 ? string.Join("; ", reasons) : "none")}. Change the text and publish again.";
        }

        if (details.Text("requiredStatus") is { } required)
        {
            return $"The job is {details.Text("status") ?? "in another status"}; this works only while it is {required}.";
        }

        if (details.Object("validation") is not null)
        {
            return "Fill the gaps that the error's Validation names with Update-JobDraft, then publish again.";
        }

        if (response.Status == 429 && details.Whole("limit") is { } limit)
        {
            return $"The account may publish {limit} jobs in {details.Number("windowHours") ?? OpenTrainAssumptions.Current.PublishWindowHours} hours; publish the rest after that.";
        }

        return null;
    }
}
