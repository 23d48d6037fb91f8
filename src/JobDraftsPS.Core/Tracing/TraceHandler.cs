using System.Diagnostics;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Http.Transfers;

namespace JobDraftsPS.Core.Tracing;

/// <summary>Stands outside all other handlers of a client and hands each exchange to the trace once it has ended, however it ended.</summary>
internal sealed class TraceHandler : DelegatingHandler
{
    private readonly TraceFile trace;
    private int disposed;

    public TraceHandler(HttpMessageHandler inner, TraceFile trace)
        : base(inner)
    {
        this.trace = trace;
        trace.Hold();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(request) { Sent = await SentAsync(request).ConfigureAwait(false) };
        var clock = Stopwatch.StartNew();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            exchange.Response = response;
            exchange.Received = (response.Content as ReadBody)?.Bytes;
            exchange.IsKeptElsewhere = response.IsSuccessStatusCode && Transfer.Of(request) is { Sink: not null };
            return response;
        }
        catch (Exception failure)
        {
            exchange.Failure = ConnectionFailure.Text(failure);
            throw;
        }
        finally
        {
            exchange.Duration = clock.Elapsed;
            trace.Write(exchange);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Interlocked.Exchange(ref disposed, 1) == 0)
        {
            trace.Release();
        }
    }

    /// <summary>The body as it goes out; null for none, and for a file, which is read while it is sent.</summary>
    private static async Task<byte[]?> SentAsync(HttpRequestMessage request) => request.Content is { } content && Transfer.Of(request) is not { Body: not null }
        ? await content.ReadAsByteArrayAsync().ConfigureAwait(false)
        : null;
}
