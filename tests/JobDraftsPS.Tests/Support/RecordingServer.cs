using System.Net;
using System.Text;

namespace JobDraftsPS.Tests.Support;

/// <summary>A server that writes down what arrives and answers what the test says.</summary>
internal sealed class RecordingServer : IDisposable
{
    private HttpListener listener = new();
    private readonly Func<RecordedCall, Task<Reply>> answer;
    private readonly List<RecordedCall> calls = [];

    public RecordingServer(Func<RecordedCall, Reply> answer)
        : this(call => Task.FromResult(answer(call)))
    {
    }

    /// <summary>The answer may wait for something that the test brings about.</summary>
    public RecordingServer(Func<RecordedCall, Task<Reply>> answer)
    {
        this.answer = answer;
        Origin = Listen();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Scheme, host and port without a final slash.</summary>
    public string Origin { get; }

    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (calls)
            {
                return [.. calls];
            }
        }
    }

    public void Dispose() => listener.Close();

    private string Listen()
    {
        // A free port is found by asking for one; another process may take it in between, so a refusal asks again.
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var origin = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            try
            {
                // One whose start failed is closed for good.
                listener = new HttpListener();
                listener.Prefixes.Add(origin + "/");
                listener.Start();
                return origin;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
            }
        }
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => HandleAsync(context));
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var call = new RecordedCall(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        lock (calls)
        {
            calls.Add(call);
        }

        var reply = await answer(call);
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var body = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
