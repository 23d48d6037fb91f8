using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Errors;

/// <summary>What goes wrong on the way to a token.</summary>
public static class OAuthErrors
{
    private const string Again = "Connect again: Connect-JobDraftService -Service TextKing -ClientId ... -ClientSecret ... -Interactive.";

    /// <summary>The page came back with an error instead of a code.</summary>
    public static JobDraftsApiException Denied(string error) => Error(
        "AccessDenied", $"TextKing's authorization page came back with '{Shorten(error)}' instead of a code. Nothing was sent to the service.", Again);

    /// <summary>Something came back that answers no question of ours.</summary>
    public static JobDraftsApiException WrongState() => Error(
        "WrongState",
        "What came back to the redirect address has another 'state' than was sent, so it does not answer this sign-in; its code was not used. Nothing was sent to the service.",
        "Close other sign-in pages and connect again; if it happens again, somebody else tries to sign this session in.");

    /// <summary>The address that the code shall come back to cannot be listened on.</summary>
    public static JobDraftsApiException CannotListen(Uri address, string why) => Error(
        "CannotListen", $"The sign-in cannot be received at {address}: {why.TrimEnd('.')}. Nothing was sent.", "Give -RedirectUri with another port of 127.0.0.1 that is registered for the app.");

    /// <summary>The code was used up and there is no refresh token.</summary>
    internal static JobDraftsApiException NothingToAskWith() => Error(
        "NoRefreshToken", "There is no access token, and no refresh token to get one with. The call was not made; nothing was changed.", Again);

    /// <summary>The token endpoint gave none.</summary>
    internal static JobDraftsApiException NotGranted(ApiResponse response, string shown, Redaction redaction)
    {
        var reader = response.JsonObject is { } body ? new RecordReader(body) : null;
        var code = reader?.Text("error") is { Length: > 0 and < 60 } named ? redaction.Clean(named) : null;
        var said = reader?.Text("error_description") is { Length: > 0 } description ? ": " + Shorten(redaction.Clean(description)).TrimEnd('.') : string.Empty;
        var happened = response switch
        {
            { Failure: not TransportFailure.None } => $"TextKing's token endpoint did not answer ({response.FailureText ?? "no answer"})",
            { IsSuccess: true } => "TextKing's token endpoint answered without an access token that could be used",
            { Status: >= 300 and < 400 } => $"TextKing's token endpoint answered with a redirect (HTTP {response.Status}), which is not followed",
            _ => $"TextKing did not take {shown} (HTTP {response.Status}{(code is null ? string.Empty : " " + code)}{said})",
        };
        return Error(
            response.Failure != TransportFailure.None ? "NoTokenAnswer" : code ?? "Http" + response.Status,
            $"{happened}, so there is no access token. The call was not made; nothing was changed.",
            response.Failure != TransportFailure.None ? "Check the network and -AuthorizationUri, then run it again." : Again,
            response.Status,
            code);
    }

    private static JobDraftsApiException Error(string id, string message, string action, int status = 0, string? code = null) => new("TextKing." + id, message)
    {
        Service = JobService.TextKing,
        Kind = FailureKind.Authorization,
        StatusCode = status,
        Code = code,
        Outcome = CallOutcome.NotSent,
        RecommendedAction = action,
    };

    private static string Shorten(string text) => text.Length <= 200 ? text : text.Substring(0, 200) + "...";
}
