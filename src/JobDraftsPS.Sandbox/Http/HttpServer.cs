using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>A small HTTP/1.1 server that listens on loopback only.</summary>
/// <remarks>
/// The framework's own listener refuses a POST without Content-Length, which documented command lines of the services send,
/// and PowerShell brings no larger server along.
/// </remarks>
internal sealed class HttpServer : IDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    private readonly TcpListener listener;
    private readonly HttpLimits limits;
    private readonly Func<ReceivedRequest, CancellationToken, Task<WireAnswer>> handler;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<HttpConnection, Task> connections = new();
    private int stopped;

    /// <summary>Listens on 127.0.0.1; port 0 takes a free one.</summary>
    /// <exception cref="IOException">The port is taken or may not be used.</exception>
    public HttpServer(int port, Func<ReceivedRequest, CancellationToken, Task<WireAnswer>> handler, HttpLimits? limits = null)
    {
        this.handler = handler;
        this.limits = limits ?? new HttpLimits();
        listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start(512);
        }
        catch (SocketException refused)
        {
            throw new IOException($"127.0.0.1:{port} cannot be listened on: {refused.Message} Choose another port, or 0 for a free one.", refused);
        }

        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Begins to answer; clients that came before wait until now.</summary>
    public void Start() => _ = Task.Run(AcceptAsync);

    /// <summary>Ends the listener and every open connection at once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref stopped, 1) != 0)
        {
            return;
        }

        stopping.Cancel();
        listener.Stop();
        var open = connections.ToArray();
        foreach (var connection in open)
        {
            connection.Key.Dispose();
        }

        // Requests in the middle of being answered come to their end, so that nothing moves after Dispose.
        Task.WaitAll([.. open.Select(connection => connection.Value)], StopTime);
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync().ConfigureAwait(false);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException)
            {
                // One connection failed before it began; the listener itself goes on.
                continue;
            }

            var connection = new HttpConnection(socket, limits, handler);
            var begin = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            connections[connection] = ServeAsync(connection, begin.Task);
            begin.SetResult(true);
            if (stopping.IsCancellationRequested)
            {
                connection.Dispose();
            }
        }
    }

    private async Task ServeAsync(HttpConnection connection, Task begin)
    {
        await begin.ConfigureAwait(false);
        await connection.ServeAsync(stopping.Token).ConfigureAwait(false);
        connections.TryRemove(connection, out _);
    }
}
