namespace JobDraftsPS.Core.Http;

/// <summary>What the calls of a connection show the service: one token, as long as nobody takes it back.</summary>
internal class Credential : IDisposable
{
    private readonly string? token;

    public Credential(string? token)
    {
        this.token = token;
        Redaction = new Redaction(token);
    }

    /// <summary>The token of the next call; null for none.</summary>
    public virtual string? Token => token;

    /// <summary>What tells this credential from others, hashed before it goes into a file.</summary>
    public virtual string? Identity => token;

    /// <summary>Takes every secret of this credential out of texts.</summary>
    public virtual Redaction Redaction { get; }

    /// <summary>Sees to it that <see cref="Token"/> is good as far as can be known here.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be got; the call must not be sent.</exception>
    public virtual Task PrepareAsync(CallLog log, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The service took a token.</summary>
    public virtual void Taken(string? used)
    {
    }

    /// <summary>The service refused a token.</summary>
    /// <returns>True when there is another one to try.</returns>
    /// <exception cref="JobDraftsApiException">Another one could not be got.</exception>
    public virtual Task<bool> RenewAsync(string? refused, CallLog log, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Ends what the credential keeps open.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
