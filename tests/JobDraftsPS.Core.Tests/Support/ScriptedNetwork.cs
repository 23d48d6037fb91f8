using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>Stands in for the network: keeps what leaves and answers what the test says.</summary>
internal sealed class ScriptedNetwork(TimeProvider time, Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<SentRequest> requests = [];

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>The connection broke after the request had left.</summary>
    public static HttpResponseMessage Lost() => throw new HttpRequestException("The response ended prematurely.", new IOException("The connection was reset."));

    /// <summary>Nobody listens there.</summary>
    public static HttpResponseMessage NobodyThere() => throw new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>No answer ever comes.</summary>
    public static async Task<HttpResponseMessage> Silence(CancellationToken cancellation)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var ending = cancellation.Register(() => never.TrySetCanceled(cancellation));
        return await never.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        SentRequest sent;
        lock (requests)
        {
            sent = new SentRequest(requests.Count + 1, request, body, time.GetUtcNow());
            requests.Add(sent);
        }

        var response = await answer(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
