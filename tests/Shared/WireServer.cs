using System.Net;
using System.Net.Sockets;

namespace JobDraftsPS.Tests.Shared;

/// <summary>A server on a bare socket: keeps every request as it arrived, and does to the connection what the test says.</summary>
internal sealed class WireServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<WireRequest, WireReply> answer;
    private readonly List<WireRequest> requests = [];
    private readonly List<Socket> sockets = [];

    public WireServer(Func<WireRequest, WireReply> answer)
    {
        this.answer = answer;
        listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Scheme, host and port without a final slash.</summary>
    public string Origin { get; }

    /// <summary>What has arrived so far, whole requests only.</summary>
    public IReadOnlyList<WireRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public void Dispose()
    {
        listener.Stop();
        lock (sockets)
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private async Task AcceptAsync()
    {
        for (var number = 1; ; number++)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            lock (sockets)
            {
                sockets.Add(socket);
            }

            var connection = number;
            _ = Task.Run(() => ServeAsync(socket, connection));
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        var received = new List<byte>();
        try
        {
            while (await ReadAsync(socket, received, connection) is { } request)
            {
                lock (requests)
                {
                    requests.Add(request);
                }

                var reply = answer(request);
                await socket.SendAsync(reply.Bytes);
                switch (reply.End)
                {
                    case WireEnd.Close:
                        socket.Shutdown(SocketShutdown.Both);
                        socket.Dispose();
                        return;
                    case WireEnd.Reset:
                        socket.LingerState = new LingerOption(true, 0);
                        socket.Dispose();
                        return;
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    /// <summary>The next whole request; null when the client closed.</summary>
    private static async Task<WireRequest?> ReadAsync(Socket socket, List<byte> received, int connection)
    {
        while (true)
        {
            if (WireRequest.TryTake(received, connection) is { } request)
            {
                return request;
            }

            var chunk = new byte[8192];
            var count = await socket.ReceiveAsync(chunk);
            if (count == 0)
            {
                return null;
            }

            received.AddRange(chunk.AsSpan(0, count).ToArray());
        }
    }
}
