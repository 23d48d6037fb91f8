using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>TEXTKING's OAuth 2.0 authorization code grant, which lives on another host than the API.</summary>
/// <remarks>Nobody is asked: every well-formed request for authorization is granted at once, for the main customer.</remarks>
internal sealed class TextKingOAuth(SandboxClock clock, TextKingService service) : ISandboxService
{
    /// <summary>The App ID that is registered.</summary>
    public const string ClientId = "textking-sandbox-app";

    /// <summary>The App Secret of <see cref="ClientId"/>.</summary>
    public const string ClientSecret = "textking-sandbox-app-secret";

    private readonly ConcurrentDictionary<string, (string RedirectUri, DateTimeOffset ExpiresAt)> codes = new(StringComparer.Ordinal);

    /// <summary>Refresh tokens, which stay good; the value says whether access was asked for offline, for ever.</summary>
    private readonly ConcurrentDictionary<string, bool> refreshTokens = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string BasePath => "/oauth";

    /// <inheritdoc/>
    public SandboxResponse Handle(SandboxRequest request) => (string.Join("/", request.Segments), request.Method) switch
    {
        ("authorize", "GET") => Authorize(request),
        ("token", "POST") => Token(request),
        ("authorize", _) => WrongMethod("GET"),
        ("token", _) => WrongMethod("POST"),
        _ => TextKingRefusal.NotFound($"There is no resource at {request.Path}.").ToResponse(),
    };

    private static SandboxResponse WrongMethod(string allowed) =>
        new TextKingRefusal(405, $"Only {allowed} is allowed here.").ToResponse().With("Allow", allowed);

    private SandboxResponse Authorize(SandboxRequest request)
    {
        // Without a known client and a good address nobody may be redirected.
        if (request.QueryValue("client_id") != ClientId)
        {
            return TextKingRefusal.BadRequest("'client_id' is missing or unknown.").ToResponse();
        }

        var redirectUri = request.QueryValue("redirect_uri");
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var parsed)
            || (parsed.Scheme != Uri.UriSchemeHttp && parsed.Scheme != Uri.UriSchemeHttps)
            || parsed.Fragment.Length > 0)
        {
            return TextKingRefusal.BadRequest("'redirect_uri' must be an absolute http or https address without a fragment.").ToResponse();
        }

        if (request.QueryValue("response_type") != "code")
        {
            return Redirect(parsed, ("error", "unsupported_response_type"), ("state", request.QueryValue("state")));
        }

        var code = NewSecret();
        codes[code] = (redirectUri!, clock.UtcNow + service.Assumptions.AuthorizationCodeLifetime);
        return Redirect(parsed, ("code", code), ("state", request.QueryValue("state")));
    }

    private SandboxResponse Token(SandboxRequest request)
    {
        var type = request.Header("Content-Type")?.Split([';'])[0].Trim();
        if (!string.Equals(type, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return Error(400, "invalid_request");
        }

        var form = ReadForm(Encoding.UTF8.GetString(request.Body));
        if (form("client_id") != ClientId || form("client_secret") != ClientSecret)
        {
            return Error(401, "invalid_client");
        }

        return form("grant_type") switch
        {
            "authorization_code" => Exchange(form),
            "refresh_token" => Refresh(form),
            null => Error(400, "invalid_request"),
            _ => Error(400, "unsupported_grant_type"),
        };
    }

    private SandboxResponse Exchange(Func<string, string?> form)
    {
        if (form("code") is not { } code)
        {
            return Error(400, "invalid_request");
        }

        // A code is good once, also when the rest of the request is wrong.
        if (!codes.TryRemove(code, out var grant) || clock.UtcNow >= grant.ExpiresAt || form("redirect_uri") != grant.RedirectUri)
        {
            return Error(400, "invalid_grant");
        }

        var refreshToken = NewSecret();
        var offline = form("offline_access") == "1";
        refreshTokens[refreshToken] = offline;
        return Grant(refreshToken, offline);
    }

    private SandboxResponse Refresh(Func<string, string?> form)
    {
        if (form("refresh_token") is not { } refreshToken)
        {
            return Error(400, "invalid_request");
        }

        return refreshTokens.TryGetValue(refreshToken, out var offline) ? Grant(refreshToken, offline) : Error(400, "invalid_grant");
    }

    private SandboxResponse Grant(string refreshToken, bool offline)
    {
        var accessToken = NewSecret();
        var body = new JsonObject { ["access_token"] = accessToken, ["token_type"] = "Bearer" };
        if (!offline)
        {
            body["expires_in"] = (long)service.Assumptions.AccessTokenLifetime.TotalSeconds;
        }

        service.Tokens.Add(accessToken, service.MainCustomer, offline ? null : clock.UtcNow + service.Assumptions.AccessTokenLifetime);
        body["refresh_token"] = refreshToken;
        return SandboxResponse.Json(200, body).With("Cache-Control", "no-store").With("Pragma", "no-cache");
    }

    private static SandboxResponse Error(int status, string error) =>
        SandboxResponse.Json(status, new JsonObject { ["error"] = error }).With("Cache-Control", "no-store").With("Pragma", "no-cache");

    private static SandboxResponse Redirect(Uri uri, params (string Name, string? Value)[] query)
    {
        var added = query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}");
        var location = uri.AbsoluteUri + (uri.Query.Length > 0 ? "&" : "?") + string.Join("&", added);
        return new SandboxResponse(302).With("Location", location).With("Cache-Control", "no-store");
    }

    private static Func<string, string?> ReadForm(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in body.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = field.Split(['='], 2);
            fields[WebUtility.UrlDecode(pair[0])] = pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : "";
        }

        return name => fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
    }

    private static string NewSecret() => Guid.NewGuid().ToString("N");
}
