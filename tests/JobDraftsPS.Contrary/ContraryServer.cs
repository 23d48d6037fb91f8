using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using JobDraftsPS.Contrary.Services;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary;

/// <summary>
/// The three services as the public pages alone describe them, and where the pages say nothing, as <see cref="ContrarySettings"/> say. It shares
/// nothing with the client or with the sandbox: what all three take for granted would be found by none of them.
/// </summary>
internal sealed class ContraryServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> sockets = [];
    private readonly List<string> log = [];
    private readonly Dictionary<string, int> pushedBack = new(StringComparer.Ordinal);
    private readonly ReplyShaper shaper;
    private readonly ReplyWriter writer;
    private readonly HashSet<string> lossesDone = new(StringComparer.Ordinal);

    public ContraryServer(ContrarySettings settings)
    {
        Settings = settings;
        State = new ContraryState(settings);
        OpenTrain = new OpenTrainDesk(settings, State);
        Sorce = new SorceDesk(settings, State);
        TextKing = new TextKingDesk(settings, State, () => Origin!);
        shaper = new ReplyShaper(settings);
        writer = new ReplyWriter(settings);
        listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        OpenTrain.Fill();
        Sorce.Fill();
        TextKing.Fill();
        _ = Task.Run(AcceptAsync);
    }

    public ContrarySettings Settings { get; }

    /// <summary>Scheme, host and port; the services are below it under ot, tk and so.</summary>
    public string Origin { get; }

    public ContraryState State { get; }

    public OpenTrainDesk OpenTrain { get; }

    public TextKingDesk TextKing { get; }

    public SorceDesk Sorce { get; }

    /// <summary>What came and how it was answered, a line each.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (State.Gate)
            {
                return [.. log];
            }
        }
    }

    /// <summary>What went wrong in the server itself: no test that finds something here has shown anything.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>Answers one request, without the network.</summary>
    public WireReply Answer(WireRequest request)
    {
        lock (State.Gate)
        {
            var reply = Judge(request);
            log.Add($"{request} -> {reply.Status}{(reply.Loss == Loss.Never ? string.Empty : " lost: " + reply.Loss)}");
            return reply;
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

    private WireReply Judge(WireRequest request)
    {
        var service = request.Path.Count > 0 ? request.Path[0] : string.Empty;
        if (IsPushedBack(request))
        {
            return shaper.Busy(service);
        }

        if (Settings is { LostUndone: true } && !lossesDone.Contains(service) && Settings.Loss != Loss.Never && KindOf(request) == Settings.LossOf)
        {
            lossesDone.Add(service);
            return new WireReply(500, [], null) { Loss = Settings.Loss == Loss.Torn ? Loss.Closed : Settings.Loss };
        }

        var reply = service switch
        {
            "ot" => OpenTrain.Answer(request),
            "tk" => TextKing.Answer(request),
            "so" => Sorce.Answer(request),
            _ => new Reply(404, null),
        };
        var shaped = shaper.Shape(service, reply);
        if (!Settings.LostUndone && !lossesDone.Contains(service) && reply.Did == Settings.LossOf && Settings.Loss != Loss.Never)
        {
            lossesDone.Add(service);
            shaped = shaped with { Loss = Settings.Loss };
        }

        return shaped;
    }

    /// <summary>Every third request, by what it holds, is sent away once.</summary>
    private bool IsPushedBack(WireRequest request)
    {
        if (Settings.PushBack == PushBack.Never || request.Key.Sum(letter => letter) % 3 != 0)
        {
            return false;
        }

        pushedBack[request.Key] = pushedBack.GetValueOrDefault(request.Key) + 1;
        return pushedBack[request.Key] == 1;
    }

    /// <summary>What a request that was not read wants to do.</summary>
    private static WriteKind? KindOf(WireRequest request) => (request.Method, request.Path[^1]) switch
    {
        ("POST", "publish") => WriteKind.Publish,
        ("POST", "pause") => WriteKind.Pause,
        ("POST", "resume") => WriteKind.Resume,
        ("POST", "close") => WriteKind.Close,
        ("POST", "jobs" or "job-drafts" or "projects" or "callbacks") => WriteKind.Create,
        ("POST", _) when request.Path[^2] == "document" => WriteKind.Upload,
        ("PATCH" or "PUT", _) => WriteKind.Edit,
        ("DELETE", _) => WriteKind.Delete,
        _ => null,
    };

    private async Task AcceptAsync()
    {
        while (true)
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

            socket.NoDelay = true;
            lock (sockets)
            {
                sockets.Add(socket);
            }

            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var reader = new RequestReader(socket);
                while (await reader.NextAsync() is { } request && await writer.SendAsync(socket, request, Answer(request)))
                {
                }

                if (socket.LingerState is not { Enabled: true })
                {
                    socket.Shutdown(SocketShutdown.Send);
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
            catch (Exception error)
            {
                Faults.Enqueue(error);
            }
        }
    }
}
