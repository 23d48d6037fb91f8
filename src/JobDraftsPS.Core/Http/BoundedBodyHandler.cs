using System.Buffers;
using JobDraftsPS.Core.Http.Transfers;

namespace JobDraftsPS.Core.Http;

/// <summary>
/// Reads the whole answer within the call's time-out and refuses one that is too large, so that no server can fill the memory. A file
/// that is asked for goes on to where it is kept, chunk by chunk. A write without a body gets an empty one.
/// </summary>
internal sealed class BoundedBodyHandler(HttpMessageHandler inner, long maxBytes) : DelegatingHandler(inner)
{
    private const int ChunkBytes = 16 * 1024;
    private const int FileChunkBytes = 80 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            // Without content the platform sends a request again by itself when a kept connection turns out to be closed. It has no type:
            // several servers refuse an empty body that says it is JSON.
            request.Content ??= new ByteArrayContent([]);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.Content is { } content)
            {
                response.Content = response.IsSuccessStatusCode && Transfer.Of(request) is { Sink: { } sink } transfer
                    ? await KeepAsync(content, sink, transfer, cancellationToken).ConfigureAwait(false)
                    : await ReadAsync(content, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<ReadBody> KeepAsync(HttpContent content, IBodySink sink, Transfer transfer, CancellationToken cancellationToken)
    {
        sink.Begin(name => content.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null);
        var length = content.Headers.ContentLength;
        transfer.Begin(length);
        long kept = 0;
        await EachChunkAsync(
            content,
            FileChunkBytes,
            async (chunk, count) =>
            {
                await sink.WriteAsync(chunk, count, cancellationToken).ConfigureAwait(false);
                kept += count;
                transfer.Move(count);
            },
            cancellationToken).ConfigureAwait(false);
        if (length is { } promised && promised != kept)
        {
            throw new IOException($"The answer ended after {kept} of {promised} bytes.");
        }

        return Read(content, []);
    }

    private async Task<ReadBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // The length that a server names is a hint for the first room, no more: it may be a lie.
        var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, ChunkBytes));
        await EachChunkAsync(
            content,
            ChunkBytes,
            (chunk, count) =>
            {
                body.Write(chunk, 0, count);
                return body.Length <= maxBytes ? Task.CompletedTask : throw new ResponseTooLargeException(maxBytes);
            },
            cancellationToken).ConfigureAwait(false);
        return Read(content, body.Length == body.Capacity ? body.GetBuffer() : body.ToArray());
    }

    private static async Task EachChunkAsync(HttpContent content, int chunkBytes, Func<byte[], int, Task> take, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);

        // Closing the stream is what ends a read that the old framework cannot cancel.
        using var closing = cancellationToken.Register(stream.Dispose);
        var chunk = ArrayPool<byte>.Shared.Rent(chunkBytes);
        int read;
        while ((read = await ReadChunkAsync(stream, chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await take(chunk, read).ConfigureAwait(false);
        }

        // Not after a failure: a read that was cut off may still write into it.
        ArrayPool<byte>.Shared.Return(chunk);
    }

    private static ReadBody Read(HttpContent content, byte[] bytes)
    {
        var read = new ReadBody(bytes, content.Headers);
        content.Dispose();
        return read;
    }

    private static async ValueTask<int> ReadChunkAsync(Stream stream, byte[] chunk, CancellationToken cancellationToken)
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
