namespace JobDraftsPS.Core.Http.Transfers;

/// <summary>Takes the body of a good answer while it arrives, in place of the memory. The body of an error never comes here.</summary>
internal interface IBodySink
{
    /// <summary>Begins, once the head of the answer is there; a second attempt begins anew.</summary>
    /// <param name="header">Gives a header's raw value, or null.</param>
    /// <exception cref="JobDraftsApiException">The body is not wanted: nothing of it is read.</exception>
    void Begin(Func<string, string?> header);

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="JobDraftsApiException">They cannot be kept.</exception>
    Task WriteAsync(byte[] bytes, int count, CancellationToken cancellationToken);
}
