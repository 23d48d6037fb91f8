using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>One client's connection: requests are read, answered and read on until one side closes.</summary>
internal sealed class HttpConnection(
    Socket socket,
    HttpLimits limits,
    Func<ReceivedRequest, CancellationToken, Task<WireAnswer>> handler) : IDisposable
{
    /// <summary>How long a refused client may go on sending before the connection is cut.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    public async Task ServeAsync(CancellationToken cancellation)
    {
        try
        {
            socket.NoDelay = true;
            var reader = new ConnectionReader(socket);
            var writer = new ResponseWriter(socket);
            var requests = new RequestReader(reader, limits, writer.ContinueAsync);
            try
            {
                while (await ServeNextAsync(requests, writer, cancellation).ConfigureAwait(false))
                {
                }
            }
            catch (HttpRefusal refusal)
            {
                await RefuseAsync(refusal, reader, writer, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the server stops: there is no one left to tell.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<bool> ServeNextAsync(RequestReader requests, ResponseWriter writer, CancellationToken cancellation)
    {
        var request = await requests.ReadAsync().ConfigureAwait(false);
        if (request is null)
        {
            return false;
        }

        var answer = await AnswerAsync(request, cancellation).ConfigureAwait(false);
        if (answer.Manner == WireManner.Drop)
        {
            return false;
        }

        await writer.WriteAsync(answer, request.Method == "HEAD", request.KeepAlive, cancellation).ConfigureAwait(false);
        return request.KeepAlive && answer.Manner != WireManner.HalfBody;
    }

    private async Task<WireAnswer> AnswerAsync(ReceivedRequest request, CancellationToken cancellation)
    {
        try
        {
            return await handler(request, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A mistake of the sandbox itself must be seen by whoever tests against it, not hang their client.
            return new WireAnswer(Error(500, "The sandbox itself failed: " + fault));
        }
    }

    private async Task RefuseAsync(HttpRefusal refusal, ConnectionReader reader, ResponseWriter writer, CancellationToken cancellation)
    {
        var answer = new WireAnswer(Error(refusal.Status, refusal.Message));
        await writer.WriteAsync(answer, headOnly: false, keepAlive: false, cancellation).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
        using var draining = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var cut = draining.Token.Register(socket.Dispose);
        draining.CancelAfter(DrainTime);
        await reader.DrainAsync().ConfigureAwait(false);
    }

    private static SandboxResponse Error(int status, string message) =>
        SandboxResponse.Json(status, new JsonObject { ["error"] = message });
}
