using System.Buffers;

namespace JobDraftsPS.Core.Http;

/// <summary>Reads the whole answer within the call's time-out and refuses one that is too large, so that no server can fill the memory.</summary>
internal sealed class BoundedBodyHandler(HttpMessageHandler inner, long maxBytes) : DelegatingHandler(inner)
{
    private const int ChunkBytes = 16 * 1024;

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
        // The length that a server names is a hint for the first room, no more: it may be a lie.
        var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, ChunkBytes));
        using (var stream = await content.ReadAsStreamAsync().ConfigureAwait(false))
        {
            // Closing the stream is what ends a read that the old framework cannot cancel.
            using var closing = cancellationToken.Register(stream.Dispose);
            var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
            int read;
            while ((read = await ReadChunkAsync(stream, chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Write(chunk, 0, read);
                if (body.Length > maxBytes)
                {
                    throw new ResponseTooLargeException(maxBytes);
                }
            }

            // Not after a failure: a read that was cut off may still write into it.
            ArrayPool<byte>.Shared.Return(chunk);
        }

        var whole = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
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
