using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Authorization;

/// <summary>
/// Tokens that end and are renewed: shortly before their end where that is known, else when the service refuses one. However many
/// workers find a token refused, it is renewed once. All of it is in memory only.
/// </summary>
internal sealed class OAuthCredential : Credential
{
    private const int RememberedSecrets = 8;

    private readonly OAuthOptions options;
    private readonly OAuthEndpoint endpoint;
    private readonly Func<DateTimeOffset> now;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Queue<string> secrets = new();
    private volatile OAuthTokens current;
    private volatile Redaction redaction;
    private string? code;
    private JobDraftsApiException? failure;
    private int asked;

    public OAuthCredential(OAuthOptions options, OAuthEndpoint endpoint, Func<DateTimeOffset> now)
        : base(null)
    {
        this.options = options;
        this.endpoint = endpoint;
        this.now = now;
        code = options.Code;
        current = new OAuthTokens(null, options.RefreshToken, null, WasTaken: false);
        redaction = new Redaction();
        Hide(options.RefreshToken, code);
    }

    public override string? Token => current.Access;

    /// <summary>The app: tokens come and go, and with them a journal or a pace could not be found again.</summary>
    public override string? Identity => "oauth:" + options.ClientId;

    public override Redaction Redaction => redaction;

    public override async Task PrepareAsync(CallLog log, CancellationToken cancellationToken)
    {
        var seen = current;
        if (seen.Access is null)
        {
            await RenewAsync(seen, log, cancellationToken).ConfigureAwait(false);
        }
        else if (seen.Refresh is not null && seen.RenewAt is { } due && now() >= due)
        {
            try
            {
                await RenewAsync(seen, log, cancellationToken).ConfigureAwait(false);
            }
            catch (JobDraftsApiException early)
            {
                // The old one may still do; if it does not, its refusal asks again.
                log.Verbose($"The access token could not be renewed ahead of its end: {early.Message}");
            }
        }
    }

    public override void Taken(string? used)
    {
        var seen = current;
        if (!seen.WasTaken && seen.Access == used)
        {
            // Lost against a renewal at the same moment, which is right.
            Interlocked.CompareExchange(ref current!, seen with { WasTaken = true }, seen);
        }
    }

    public override async Task<bool> RenewAsync(string? refused, CallLog log, CancellationToken cancellationToken)
    {
        var seen = current;
        if (seen.Access != refused)
        {
            return true;
        }

        // A token that was refused from the first call on is no matter of time, and another one would fare no better.
        if (seen.Refresh is null || !seen.WasTaken)
        {
            return false;
        }

        await RenewAsync(seen, log, cancellationToken).ConfigureAwait(false);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            endpoint.Dispose();
            turn.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Gets other tokens than those seen; whoever comes second finds them there.</summary>
    private async Task RenewAsync(OAuthTokens seen, CallLog log, CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref asked);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (current.Access != seen.Access)
            {
                return;
            }

            if (asked != before && failure is { } same)
            {
                // Whoever waited while it failed is told the same, and does not ask once more.
                throw same;
            }

            asked++;
            failure = null;
            OAuthTokens next;
            try
            {
                next = await AskAsync(log, cancellationToken).ConfigureAwait(false);
            }
            catch (JobDraftsApiException refused)
            {
                failure = refused;
                throw;
            }

            Hide(next.Access, next.Refresh);
            current = next;
            log.Verbose(seen.Access is null ? "Got an access token from TextKing." : "Renewed the access token of TextKing.");
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<OAuthTokens> AskAsync(CallLog log, CancellationToken cancellationToken)
    {
        if (code is { } once)
        {
            // A code is good once, whatever comes of it.
            code = null;
            return await endpoint.ExchangeAsync(once, redaction, log, cancellationToken).ConfigureAwait(false);
        }

        return current.Refresh is { } refreshToken
            ? await endpoint.RefreshAsync(refreshToken, redaction, log, cancellationToken).ConfigureAwait(false)
            : throw OAuthErrors.NothingToAskWith();
    }

    /// <summary>A service may repeat a token that is no longer good.</summary>
    private void Hide(params string?[] added)
    {
        foreach (var secret in added.OfType<string>().Where(secret => !secrets.Contains(secret)))
        {
            secrets.Enqueue(secret);
            if (secrets.Count > RememberedSecrets)
            {
                secrets.Dequeue();
            }
        }

        // They travel in a form, and a service that repeats the form repeats them as they stand in it.
        string[] all = [options.ClientSecret, .. secrets];
        redaction = new Redaction([.. all.Concat(all.Select(Uri.EscapeDataString)).Distinct()]);
    }
}
