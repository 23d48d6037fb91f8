using System.Runtime.CompilerServices;

namespace JobDraftsPS.Core.Http.Transfers;

/// <summary>
/// One attempt that moves a file. It may take as long as the line is slow, so it ends by standing still: when nothing has moved for as
/// long as an answer may take.
/// </summary>
internal sealed class Transfer : IDisposable
{
    private static readonly ConditionalWeakTable<HttpRequestMessage, Transfer> ByMessage = new();

    private readonly TimeSpan patience;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource watch;
    private readonly TransferMeter meter;

    public Transfer(ApiRequest request, TransferMeter meter, TimeSpan patience, CancellationToken caller)
    {
        this.patience = patience;
        this.caller = caller;
        this.meter = meter;
        Body = request.Body;
        Sink = request.Sink;
        watch = CancellationTokenSource.CreateLinkedTokenSource(caller);
        watch.CancelAfter(patience);
    }

    public StreamedBody? Body { get; }

    public IBodySink? Sink { get; }

    /// <summary>Ends the attempt, by the caller's wish or for standing still.</summary>
    public CancellationToken Token => watch.Token;

    /// <summary>True when it stood still.</summary>
    public bool StoodStill => watch.IsCancellationRequested && !caller.IsCancellationRequested;

    /// <summary>The transfer that a request on the wire belongs to; null for most.</summary>
    public static Transfer? Of(HttpRequestMessage message) => ByMessage.TryGetValue(message, out var found) ? found : null;

    /// <summary>Makes a request on the wire part of this transfer.</summary>
    public void Attach(HttpRequestMessage message, Stream? source)
    {
        ByMessage.Add(message, this);
        if (Body is { } body && source is not null)
        {
            meter.Begin(source.Length);
            message.Content = new StreamContent(new MeteredStream(source, this), 80 * 1024);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
            message.Content.Headers.ContentLength = source.Length;
        }
    }

    public void Begin(long? length)
    {
        meter.Begin(length);
        watch.CancelAfter(patience);
    }

    public void Move(int bytes)
    {
        meter.Count(bytes);
        watch.CancelAfter(patience);
    }

    public void Dispose() => watch.Dispose();
}
