using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>Reads OpenTrain's error answers: an envelope of error, code, requestId and details, or whatever a proxy put in its place.</summary>
internal static class OpenTrainErrors
{
    private const string ModerationBlocked = "moderation_blocked";

    /// <summary>The members of details that are documented; each has its place in an error or its advice.</summary>
    private static readonly string[] Known = ["reason", "reasons", "featureKey", "requiredScopes", "validation", "status", "requiredStatus", "supportedStatuses", "limit", "windowHours"];

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
            Message = MessageOf(response, body, envelope),
            RequestId = envelope.Text("requestId"),
            Reason = details.Text("reason"),
            FieldErrors = FieldErrors(body),
            Validation = details.Object("validation") is { } ? OpenTrainValidation.Read(body.GetProperty("details")) : null,
            RetryAfter = RetryAfter.FromHeader(response) ?? WindowOf(response),
            Advice = Advice(request, response, details),
        };
    }

    /// <summary>
    /// Reads the refusal of a live edit. Where moderation refuses it, the edit is saved all the same and the job goes offline, so that
    /// is no refusal but a change with a problem, and the answer has what a record needs.
    /// </summary>
    public static CallFailure ReadLiveEdit(ApiRequest request, ApiResponse response, string jobId)
    {
        var failure = Read(request, response);
        if (response.Status != 409 || failure.Reason != ModerationBlocked || response.JsonObject is not { } body || new RecordReader(body).Object("details") is not { } details)
        {
            return failure;
        }

        var reader = new RecordReader(details);
        var reasons = reader.Texts("reasons");
        var status = reader.Text("status") ?? JobStatuses.Draft;
        return new CallFailure
        {
            Code = failure.Code,
            Reason = failure.Reason,
            Message = failure.Message,
            RequestId = failure.RequestId,
            Outcome = CallOutcome.Applied,
            Sentence = $"OpenTrain saved the update of job '{jobId}', and moderation refused the result: the job is {status} now and is not on the marketplace any more. {Reasons(reasons)}.",
            Advice = $"Mend the text with Update-JobDraft '{jobId}', then publish it again with Publish-Job; that counts as one of the day's publications.",
            Answer = details,
        };
    }

    /// <summary>
    /// Reads the refusal of one public listing. One that was listed and is not any more has an answer of its own, without the envelope
    /// that an unknown id gets.
    /// </summary>
    public static CallFailure ReadListing(ApiRequest request, ApiResponse response, string jobId)
    {
        var failure = Read(request, response);
        if (response.Status != 404 || failure.Code is not null || response.JsonObject is not { } body || new RecordReader(body).Text("status") is not { } status)
        {
            return failure;
        }

        return new CallFailure
        {
            Code = "ListingClosed",
            Reason = status,
            Outcome = CallOutcome.Refused,
            Sentence = $"OpenTrain job '{jobId}' was on the marketplace and is not listed any more ({status}). Nothing was changed.",
            Advice = "Whoever owns the job finds it with Get-PublishedJob -Mine -Status ARCHIVED, or among the drafts with Get-JobDraft.",
        };
    }

    /// <summary>Reads the refusal of a page of a list: a place in a list is good for a while only.</summary>
    public static CallFailure ReadPage(ApiRequest request, ApiResponse response)
    {
        var failure = Read(request, response);
        return response.Status == 400 && request.Query.Any(pair => pair.Key == "cursor")
            ? failure.With(CallOutcome.Refused, "The place in the list that the service gave before is not good any more. What was written so far is right; run it again from the start for the whole list.")
            : failure;
    }

    private static RecordReader Details(ApiResponse response) => Details(response.JsonObject ?? default);

    private static RecordReader Details(JsonElement body) => new(new RecordReader(body).Object("details") ?? default);

    /// <summary>What a refusal for the number of requests says: the header more exactly than the hours in the body.</summary>
    public static PushBack PushBackOf(ApiResponse response) => new(RetryAfter.FromHeader(response) ?? WindowOf(response), LimitOf(response));

    /// <summary>The window that a refusal for the number of publications names.</summary>
    private static TimeSpan? WindowOf(ApiResponse response) =>
        response.Status == 429 && Details(response).Number("windowHours") is { } hours ? RetryAfter.Seconds(Math.Min(hours, LongestWindowHours) * 3600) : null;

    /// <summary>The limit that such a refusal names.</summary>
    private static int? LimitOf(ApiResponse response) =>
        response.Status == 429 && Details(response).Whole("limit") is { } limit and > 0 and < int.MaxValue ? (int)limit : null;

    /// <summary>The fields that the details name, in whichever form.</summary>
    private static Dictionary<string, string> FieldErrors(JsonElement body) =>
        body.TryGetProperty("details", out var details) ? FieldProblems.Read(details) : [];

    /// <summary>
    /// What the service says: its sentence, what OAuth adds to it, and what a refusal of the content has in details of a form that nobody knows.
    /// </summary>
    private static string? MessageOf(ApiResponse response, JsonElement body, RecordReader envelope)
    {
        var message = envelope.Text("error") ?? envelope.Text("message");
        var described = envelope.Text("error_description");
        var details = response.Status is 400 or 422 && body.TryGetProperty("details", out var found) && IsUnknown(found) ? ApiErrors.Shown(found) : null;
        return message is null && described is null ? ApiErrors.Shown(response) : ApiErrors.Joined(message, described, details);
    }

    private static bool IsUnknown(JsonElement details) => details.ValueKind switch
    {
        JsonValueKind.Object => !details.EnumerateObject().Any(member => Known.Contains(member.Name)) && details.EnumerateObject().Any() && FieldProblems.Read(details).Count == 0,
        JsonValueKind.Array => details.GetArrayLength() > 0 && FieldProblems.Read(details).Count == 0,
        JsonValueKind.Null or JsonValueKind.Undefined => false,
        _ => true,
    };

    private static string? Advice(ApiRequest request, ApiResponse response, RecordReader details)
    {
        if (details.Text("featureKey") is { } feature)
        {
            return $"The feature '{feature}' is off for this account; ask OpenTrain to turn it on.";
        }

        if (details.Texts("requiredScopes") is { Length: > 0 } scopes)
        {
            return $"Use a token with the scope {string.Join(" and ", scopes)}.";
        }

        if (details.Text("reason") == ModerationBlocked)
        {
            return $"{Reasons(details.Texts("reasons"))}. Change the text and publish again.";
        }

        if (details.Texts("supportedStatuses") is { Length: > 0 } statuses)
        {
            return $"Use one of the statuses {string.Join(", ", statuses)}.";
        }

        if (details.Text("requiredStatus") is { } required)
        {
            return OfStatus(request, details.Text("status"), required);
        }

        if (details.Object("validation") is not null)
        {
            return "Fill the gaps that the error's Validation names with Update-JobDraft, then publish again.";
        }

        if (response.Status == 429 && details.Whole("limit") is { } limit && (details.Number("windowHours") ?? (OpenTrainRoutes.Publish.IsOf(request) ? OpenTrainAssumptions.PublishWindowHours : null)) is { } hours)
        {
            return $"The account may publish {limit} jobs in {hours} hours; publish the rest after that.";
        }

        if (FieldErrors(response.JsonObject!.Value).Count > 0)
        {
            return "Correct what is named and run it again.";
        }

        return IsDraftWrite(request) ? OfDraft(response) : null;
    }

    /// <summary>What may be in the way of the write of a draft, as far as the answer tells.</summary>
    private static string? OfDraft(ApiResponse response)
    {
        const string NoDraft = "It is not a draft of this account that can be written: it does not exist, belongs to somebody else, or is no draft any more. Get-JobDraft lists the drafts; a live job is written with Update-PublishedJob.";
        var speaksOfDraft = System.Text.RegularExpressions.Regex.IsMatch(new RecordReader(response.JsonObject!.Value).Text("error") ?? string.Empty, "draft|status|own|belong", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        return response.Status switch
        {
            _ when !OpenTrainAssumptions.NotPatchable.Contains(response.Status) => null,
            404 or 409 => NoDraft,
            _ when speaksOfDraft => NoDraft,
            400 => "Correct what the message names and run it again.",
            _ => "The token may lack a scope or the account a feature (Test-JobDraftConnection -Service OpenTrain shows both), or the draft belongs to somebody else (Get-JobDraft lists yours).",
        };
    }

    private static bool IsDraftWrite(ApiRequest request) => OpenTrainRoutes.UpdateDraft.IsOf(request);

    private static string OfStatus(ApiRequest request, string? status, string required)
    {
        var next = (status, required) switch
        {
            (JobStatuses.Draft, JobStatuses.Open) => " Write a draft with Update-JobDraft.",
            (JobStatuses.Open, JobStatuses.Draft) when IsDraftWrite(request) => " Write a live job with Update-PublishedJob.",
            _ => string.Empty,
        };
        return $"The job is {status ?? "in another status"}; this works only while it is {required}.{next}";
    }

    private static string Reasons(string[] reasons) => $"Moderation gave these reasons: {(reasons.Length > 0 ? string.Join("; ", reasons.Select(reason => reason.TrimEnd('.'))) : "none")}";
}
