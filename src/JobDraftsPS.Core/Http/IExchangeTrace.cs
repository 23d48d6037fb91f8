namespace JobDraftsPS.Core.Http;

/// <summary>Takes down every exchange of the clients that it is put around.</summary>
internal interface IExchangeTrace
{
    /// <summary>Puts itself around a client's handlers. It ends with the last of them.</summary>
    /// <param name="inner">The handlers.</param>
    /// <param name="credential">Whose secrets must not be taken down, in no exchange of any client.</param>
    HttpMessageHandler Around(HttpMessageHandler inner, Credential credential);

    /// <summary>Why nothing more is taken down; null while all is well, and for everyone but the first who asks.</summary>
    string? TakeFault();
}
