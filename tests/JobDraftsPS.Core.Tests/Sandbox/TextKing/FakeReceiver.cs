using System.Collections.Concurrent;
using System.Net;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>Takes callbacks instead of the network.</summary>
internal sealed class FakeReceiver : HttpMessageHandler
{
    public ConcurrentQueue<(string Method, Uri Url, string Type, string Body)> Received { get; } = new();

    public Func<CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Received.Enqueue((request.Method.Method, request.RequestUri!, request.Content.Headers.ContentType!.ToString(), body));
        return await Answer(cancellationToken);
    }
}
