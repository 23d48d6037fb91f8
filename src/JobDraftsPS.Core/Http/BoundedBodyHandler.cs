namespace JobDraftsPS.Core.Http;

/// <summary>Reads the whole answer within the call's time-out and refuses one that is too large, so that no server can fill the memory.</summary>
internal sealed class BoundedBodyHandler(HttpMessageHandler inner, long maxBytes) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.Content is { } content)
            {
                response.Content = await ReadAsync(content, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpContent> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        using (var stream = await content.ReadAsStreamAsync().ConfigureAwait(false))
        {
            // Closing the stream is what ends a read that the old framework cannot cancel.
            using var closing = cancellationToken.Register(stream.Dispose);
            var chunk = new byte[16 * 1024];
            int read;
            while ((read = await ReadChunkAsync(stream, chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Write(chunk, 0, read);
                if (body.Length > maxBytes)
                {
                    throw new ResponseTooLargeException(maxBytes);
                }
            }
        }

        var whole = new ByteArrayContent(body.ToArray());
        foreach (var header in content.Headers)
        {
            whole.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        content.Dispose();
        return whole;
    }

    private static async Task<int> ReadChunkAsync(Stream stream, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
