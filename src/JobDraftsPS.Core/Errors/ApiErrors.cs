using System.Globalization;
using System.Text.RegularExpressions;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Errors;

/// <summary>
/// Builds the one exception from a call that failed. Says in this order: what happened to which target, what the service said,
/// whether anything was changed; the advice is kept apart.
/// </summary>
internal static class ApiErrors
{
    /// <summary>An answer with an error status.</summary>
    /// <param name="service">The service.</param>
    /// <param name="request">The call.</param>
    /// <param name="response">The answer.</param>
    /// <param name="failure">What the answer says.</param>
    /// <param name="record">The record of a call that was done all the same.</param>
    public static JobDraftsApiException Refused(JobService service, ApiRequest request, ApiResponse response, CallFailure failure, object? record = null)
    {
        var outcome = failure.Outcome ?? OutcomeOf(request, response.Status);
        var named = Bounded.Word(failure.Code);
        var code = named ?? "Http" + response.Status.ToString(CultureInfo.InvariantCulture);
        var message = Bounded.Text(failure.Message);
        var problems = Bounded.Fields(failure.FieldErrors);
        var said = message is { Length: > 0 } ? ": " + End(message) : ".";
        var fields = string.Concat(problems.Take(Bounded.NamedFields).Select(pair => $" {pair.Key}: {End(pair.Value)}"))
            + (failure.FieldErrors.Count > Bounded.NamedFields ? $" And {failure.FieldErrors.Count - Bounded.NamedFields} fields more." : string.Empty);
        var verb = outcome == CallOutcome.Unknown ? "failed on" : "refused";
        var text = failure.Sentence ?? $"{service} {verb} {request.Purpose} ({StatusText(response.Status, named)}){said}{fields} {Consequence(request, outcome)}";
        return new JobDraftsApiException($"{service}.{code}", text.Trim())
        {
            Service = service,
            Kind = FailureKind.Status,
            StatusCode = response.Status,
            Code = named,
            Reason = Bounded.Text(failure.Reason),
            ServiceMessage = message,
            RequestId = Bounded.Word(failure.RequestId ?? response.RequestId),
            RetryAfter = failure.RetryAfter,
            FieldErrors = problems,
            Validation = failure.Validation,
            Record = record,
            Outcome = outcome,
            RecommendedAction = failure.Advice ?? AdviceOf(request, response) ?? Advice(service, response.Status, outcome),
        };
    }

    /// <summary>The same refusal with what a later read found out about its cause.</summary>
    public static JobDraftsApiException Explained(JobDraftsApiException refusal, ApiRequest request, CallFailure failure) =>
        Refused(refusal.Service!.Value, request, new ApiResponse(refusal.StatusCode), failure);

    /// <summary>No answer at all.</summary>
    /// <param name="service">The service.</param>
    /// <param name="request">The call.</param>
    /// <param name="response">Why there is no answer.</param>
    /// <param name="baseUri">The address that was called.</param>
    /// <param name="timeout">How long an answer may take.</param>
    /// <param name="mayHaveArrived">True when this or an earlier attempt may have arrived.</param>
    /// <param name="howToLook">How a person finds out what was done; null for the usual advice.</param>
    public static JobDraftsApiException NoAnswer(JobService service, ApiRequest request, ApiResponse response, Uri baseUri, TimeSpan timeout, bool mayHaveArrived, string? howToLook = null)
    {
        var host = baseUri.GetLeftPart(UriPartial.Authority);
        var (kind, id, happened) = response.Failure switch
        {
            TransportFailure.NeverLeft => (FailureKind.Connection, "ConnectionFailed", $"{service} could not be reached at {host} for {request.Purpose}: {End(response.FailureText ?? "no connection")}"),
            TransportFailure.TimedOut => (FailureKind.Timeout, "Timeout", $"{service} did not answer {request.Purpose} within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s."),
            TransportFailure.OtherProtocol => (FailureKind.Unreadable, "OtherProtocol", $"What answers at {host} does not speak HTTP/1.1, in which {request.Purpose} was sent; it may speak HTTP/2 alone, or something else: {End(response.FailureText ?? "no HTTP status line")}"),
            TransportFailure.TooLarge => (FailureKind.Unreadable, "AnswerTooLarge", $"{service}'s answer to {request.Purpose} was not read: {End(response.FailureText ?? "too large")}"),
            _ => (FailureKind.Connection, "ConnectionLost", $"The connection to {service} at {host} broke during {request.Purpose}: {End(response.FailureText ?? "no answer")}"),
        };
        var outcome = !request.IsWrite || (response.Failure == TransportFailure.NeverLeft && !mayHaveArrived) ? CallOutcome.NotSent : CallOutcome.Unknown;
        return new JobDraftsApiException($"{service}.{id}", $"{happened} {Consequence(request, outcome)}")
        {
            Service = service,
            Kind = kind,
            Outcome = outcome,
            RecommendedAction = response.Failure == TransportFailure.NeverLeft
                ? "Check the network, the proxy and the base address (Get-JobDraftConnection shows it), then run it again."
                : response.Failure == TransportFailure.OtherProtocol && !request.IsWrite
                ? "Check the port of the base address (Get-JobDraftConnection shows it). A server behind it that takes HTTP/2 alone needs a proxy in front that takes HTTP/1.1."
                : outcome == CallOutcome.Unknown ? howToLook ?? Advice(service, 0, outcome) : "Run it again; where that does not help, check the network.",
        };
    }

    /// <summary>A request was sent, its reply was lost, and what was done could not be found out.</summary>
    public static JobDraftsApiException NobodyKnows(JobService service, ApiRequest request, string howToLook, JobDraftsApiException? failedLook) =>
        new(
            $"{service}.Unknown",
            $"{service}'s reply to {request.Purpose} was lost, and {(failedLook is null ? "the service gives no way to look without changing something." : "looking failed too: " + failedLook.Message)} Whether it was done is not known.",
            failedLook)
        {
            Service = service,
            Kind = failedLook?.Kind ?? FailureKind.Connection,
            StatusCode = failedLook?.StatusCode ?? 0,
            Outcome = CallOutcome.Unknown,
            RecommendedAction = howToLook,
        };

    /// <summary>A success status whose body is not what is documented.</summary>
    public static JobDraftsApiException Unreadable(JobService service, ApiRequest request, ApiResponse response, string expected)
    {
        var outcome = request.IsWrite ? CallOutcome.Unknown : CallOutcome.Refused;
        return new JobDraftsApiException(
            $"{service}.Http{response.Status.ToString(CultureInfo.InvariantCulture)}",
            $"{service} answered {request.Purpose} with status {response.Status} but without {expected}: {Shown(response)} {Consequence(request, outcome)}")
        {
            Service = service,
            Kind = FailureKind.Unreadable,
            StatusCode = response.Status,
            RequestId = response.RequestId,
            Outcome = outcome,
            RecommendedAction = "Check that the base address is that of the API and that no proxy answers in its place.",
        };
    }

    /// <summary>A read that is answered with another job than was asked for: nothing of it is used.</summary>
    public static JobDraftsApiException OtherJob(JobService service, ApiRequest request, ApiResponse response, string answered) =>
        new($"{service}.OtherJob", $"{service} answered {request.Purpose} with job '{answered}'; '{request.JobId}' was asked for. {Consequence(request, CallOutcome.Refused)}")
        {
            Service = service,
            Kind = FailureKind.Unreadable,
            StatusCode = response.Status,
            RequestId = response.RequestId,
            Outcome = CallOutcome.Refused,
            RecommendedAction = "Run it again. Where the answer stays the same, look at the job at the service before you change it.",
        };

    /// <summary>What a service says in several members, as sentences; null where it says nothing.</summary>
    public static string? Joined(params string?[] texts)
    {
        var said = texts.Where(text => text is { Length: > 0 }).Distinct().ToArray();
        return said.Length < 2 ? said.FirstOrDefault() : string.Join(" ", said.Select(text => End(text!)));
    }

    /// <summary>JSON of a form that is not known, on one line and bounded.</summary>
    public static string Shown(System.Text.Json.JsonElement value) =>
        Bounded.Text(OneLine.Of(value.ValueKind == System.Text.Json.JsonValueKind.String ? value.GetString()! : value.GetRawText()));

    /// <summary>At most 500 characters of an answer that is not of the documented form, on one line; markup says nothing to a reader.</summary>
    public static string? Shown(ApiResponse response)
    {
        if (response.Body.Length == 0)
        {
            return "the body is empty.";
        }

        var text = System.Text.Encoding.UTF8.GetString(response.Body, 0, Math.Min(response.Body.Length, 2000)).Trim();
        if (IsPage(text))
        {
            return "the body is a page, not the service's answer.";
        }

        if (text.StartsWith("<", StringComparison.Ordinal))
        {
            text = string.Join(" ", Regex.Replace(text, "<[^>]*>", " ").Split([' '], StringSplitOptions.RemoveEmptyEntries));
        }

        text = OneLine.Of(text);
        return End(text.Length > 500 ? text.Substring(0, 500) + "..." : text);
    }

    /// <summary>A page is made for people; any other markup holds the service's words.</summary>
    private static bool IsPage(string text) => text.StartsWith("<", StringComparison.Ordinal) && Regex.IsMatch(text, "<(!doctype html|html|head|body)[ >]", RegexOptions.IgnoreCase);

    /// <summary>Whether anything was changed, as a sentence.</summary>
    private static string Consequence(ApiRequest request, CallOutcome outcome) => (request.IsWrite, outcome) switch
    {
        (false, _) => "Nothing was changed.",
        (_, CallOutcome.NotSent) => "Nothing was sent.",
        (_, CallOutcome.Refused) => "Nothing was changed.",
        (_, CallOutcome.Applied) => "The change was made.",
        _ => "Whether it was done is not known.",
    };

    private static CallOutcome OutcomeOf(ApiRequest request, int status) => status switch
    {
        >= 400 and < 500 and not 408 => CallOutcome.Refused,
        _ when !request.IsWrite => CallOutcome.Refused,
        // A redirect is not followed and a server fault may strike after the work: neither says what was done.
        _ => CallOutcome.Unknown,
    };

    /// <summary>What the answer itself tells beyond its status: who answered, and where it points.</summary>
    private static string? AdviceOf(ApiRequest request, ApiResponse response) => response.Status switch
    {
        403 when response.Header("CF-Ray") is { } ray && response.Json is null => $"Cloudflare, in front of the service, refused it and not the service (ray id {Bounded.Word(OneLine.Of(ray))}): the token says nothing of it. Try from another network or address, or give the service's support the ray id.",
        403 when response.Json is null && response.Body.Length > 0 => "The answer is not the service's own: a proxy or a firewall refused the call. The token says nothing of it; ask who runs the network.",
        405 => $"The server does not take {request.Method} at this address: check the base address of the connection (Get-JobDraftConnection shows it).",
        415 => "The server does not take JSON at this address, or a proxy took its type away: check the base address of the connection (Get-JobDraftConnection shows it).",
        >= 300 and < 400 when response.Header("Location") is { } target => $"It points to '{Bounded.Text(OneLine.Of(target))}', and redirects are not followed: a token would go along. If that is the service, connect with that base address; look at the job before you send a write again.",
        _ => null,
    };

    private static string? Advice(JobService service, int status, CallOutcome outcome) => status switch
    {
        401 => LocalErrors.ConnectAgain(service),
        403 => $"Test-JobDraftConnection -Service {service} shows what the token may do.",
        404 => "Check the id and that it belongs to the connected account.",
        429 => "Wait, then run the rest again.",
        >= 300 and < 400 => "Check the base address of the connection: redirects are not followed.",
        _ when outcome == CallOutcome.Unknown => "Look at the job at the service before you send this again.",
        _ => null,
    };

    private static string StatusText(int status, string? code) => code is null ? $"HTTP {status}" : $"{status} {code}";

    private static string End(string text)
    {
        text = text.Trim();
        return text.Length == 0 || text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";
    }
}
