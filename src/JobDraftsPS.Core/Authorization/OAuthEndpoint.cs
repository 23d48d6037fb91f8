using System.Globalization;
using System.Net;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Authorization;

/// <summary>
/// The token endpoint: two posts of a form, over the same client as every call, so that the same rules hold: no redirect is followed,
/// nothing but https or this machine, no body without bounds.
/// </summary>
internal sealed class OAuthEndpoint : IDisposable
{
    private const string TokenRoute = "/token";
    private readonly OAuthOptions options;
    private readonly Transport transport;
    private readonly Func<DateTimeOffset> now;

    public OAuthEndpoint(OAuthOptions options, Uri address, Func<DateTimeOffset> now, TimeSpan timeout, IWebProxy? proxy, Func<HttpMessageHandler, HttpMessageHandler>? wrapHandler, IExchangeTrace? trace = null)
    {
        this.options = options;
        this.now = now;

        // The answers hold the tokens, so nothing is masked in them; what is told of them is masked by the credential.
        transport = new Transport(address, (string?)null, timeout, proxy, wrapHandler, trace);
    }

    /// <summary>Gets the first tokens for a code.</summary>
    /// <exception cref="JobDraftsApiException">The code was not taken; nothing else was sent.</exception>
    public Task<OAuthTokens> ExchangeAsync(string code, Redaction redaction, CallLog log, CancellationToken cancellationToken)
    {
        var form = new List<KeyValuePair<string, string>> { new("code", code), new("redirect_uri", options.RedirectUri ?? string.Empty) };
        if (options.OfflineAccess)
        {
            form.Add(new("offline_access", "1"));
        }

        return AskAsync("authorization_code", form, null, "the authorization code", redaction, log, cancellationToken);
    }

    /// <summary>Gets new tokens for a refresh token.</summary>
    /// <exception cref="JobDraftsApiException">The refresh token was not taken; nothing else was sent.</exception>
    public Task<OAuthTokens> RefreshAsync(string refreshToken, Redaction redaction, CallLog log, CancellationToken cancellationToken) =>
        AskAsync("refresh_token", [new("refresh_token", refreshToken)], refreshToken, "the refresh token", redaction, log, cancellationToken);

    public void Dispose() => transport.Dispose();

    private async Task<OAuthTokens> AskAsync(string grant, List<KeyValuePair<string, string>> form, string? refreshToken, string shown, Redaction redaction, CallLog log, CancellationToken cancellationToken)
    {
        var all = form.Prepend(new("client_secret", options.ClientSecret)).Prepend(new("client_id", options.ClientId)).Prepend(new("grant_type", grant));
        var request = new ApiRequest("POST", TokenRoute, $"the exchange of {shown}")
        {
            Form = string.Join("&", all.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")),
            NeedsToken = false,
        };
        var response = await SendAsync(request, redaction, log, cancellationToken).ConfigureAwait(false);
        if (grant == "refresh_token" && (response.Failure != TransportFailure.None || response.Status >= 500))
        {
            // A refresh token whose reply was lost is all there is to try again with.
            response = await SendAsync(request, redaction, log, cancellationToken).ConfigureAwait(false);
        }

        return Read(response, refreshToken) ?? throw OAuthErrors.NotGranted(response, shown, redaction);
    }

    /// <summary>What the transport tells of the exchange is masked here, since it masks nothing itself.</summary>
    private async Task<ApiResponse> SendAsync(ApiRequest request, Redaction redaction, CallLog log, CancellationToken cancellationToken)
    {
        var told = new CallLog(log.Least);
        try
        {
            return await transport.SendAsync(request, told, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            while (told.TryTake(out var entry))
            {
                log.Add(entry.Level, redaction.Clean(entry.Text));
            }
        }
    }

    private OAuthTokens? Read(ApiResponse response, string? refreshToken)
    {
        if (!response.IsSuccess || response.JsonObject is not { } body)
        {
            return null;
        }

        var reader = new RecordReader(body);
        var access = reader.Text("access_token");
        if (string.IsNullOrEmpty(access) || access!.Any(letter => letter is <= ' ' or > '~'))
        {
            return null;
        }

        var lifetime = double.TryParse(reader.Text("expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : (TimeSpan?)null;

        // A server may hand out another refresh token each time; one that does not leaves the old one good.
        var next = reader.Text("refresh_token") is { Length: > 0 } given ? given : refreshToken;
        return new OAuthTokens(access, next, lifetime is { } known ? now() + known - Margin(known) : null, WasTaken: false);
    }

    /// <summary>Early enough that a call on its way does not meet the end, and not a large part of a short life.</summary>
    private static TimeSpan Margin(TimeSpan lifetime) => TimeSpan.FromTicks(Math.Min(TimeSpan.FromSeconds(60).Ticks, lifetime.Ticks / 10));
}
