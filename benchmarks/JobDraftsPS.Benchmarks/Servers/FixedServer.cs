using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>
/// Answers every draft edit alike, at once or after a fixed time, so that what is measured is the client. It counts how many requests
/// were there at once and writes down whose they were.
/// </summary>
/// <remarks>
/// An id that begins with <c>held-</c> is answered, and one that begins with <c>refused-</c> is refused, once somebody posts to
/// <c>/__release</c>.
/// </remarks>
internal sealed class FixedServer : IAsyncDisposable
{
    private const string DraftPath = "/api/public/v1/job-drafts/";

    private readonly WebApplication application;
    private readonly TimeSpan latency;
    private readonly ConcurrentQueue<string> arrived = new();
    private TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int inFlight;
    private int mostInFlight;

    private FixedServer(TimeSpan latency, X509Certificate2? certificate)
    {
        this.latency = latency;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    public Uri Address => new(application.Urls.First());

    /// <param name="latency">How long an answer takes.</param>
    /// <param name="certificatePath">A certificate with its key, for https; null for http.</param>
    public static async Task<FixedServer> StartAsync(TimeSpan latency, string? certificatePath)
    {
        var server = new FixedServer(latency, certificatePath is null ? null : X509CertificateLoader.LoadPkcs12FromFile(certificatePath, null));
        await server.application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        release.TrySetResult();
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        return path switch
        {
            "/__state" => WriteAsync(context, 200, $$"""{"inFlight":{{Volatile.Read(ref inFlight)}},"mostInFlight":{{Volatile.Read(ref mostInFlight)}},"arrived":{{arrived.Count}}}"""),
            "/__arrived" => WriteAsync(context, 200, "[" + string.Join(",", arrived.Select(id => $"\"{id}\"")) + "]"),
            "/__release" => ReleaseAsync(context),
            "/__reset" => ResetAsync(context),
            DraftPath + "capabilities" => WriteAsync(context, 200, FixedAnswers.Capabilities),
            _ when path.StartsWith(DraftPath, StringComparison.Ordinal) => EditAsync(context, path[DraftPath.Length..]),
            _ => WriteAsync(context, 404, """{"error":"Nothing lives here.","code":"NOT_FOUND"}"""),
        };
    }

    private async Task EditAsync(HttpContext context, string id)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var now = Interlocked.Increment(ref inFlight);
        for (var most = Volatile.Read(ref mostInFlight); now > most; most = Volatile.Read(ref mostInFlight))
        {
            Interlocked.CompareExchange(ref mostInFlight, now, most);
        }

        arrived.Enqueue(id);
        try
        {
            await WaitAsync(id, context.RequestAborted);
        }
        finally
        {
            // Before the answer leaves: afterwards the client may already have sent the next one.
            Interlocked.Decrement(ref inFlight);
        }

        await (id.StartsWith("refused-", StringComparison.Ordinal)
            ? WriteAsync(context, 404, """{"error":"There is no such draft.","code":"NOT_FOUND"}""")
            : WriteAsync(context, 200, FixedAnswers.Draft(id)));
    }

    private Task WaitAsync(string id, CancellationToken cancellation) => id.StartsWith("held-", StringComparison.Ordinal) || id.StartsWith("refused-", StringComparison.Ordinal)
        ? release.Task.WaitAsync(cancellation)
        : latency > TimeSpan.Zero ? Task.Delay(latency, cancellation) : Task.CompletedTask;

    private Task ReleaseAsync(HttpContext context)
    {
        release.TrySetResult();
        return WriteAsync(context, 200, "{}");
    }

    private Task ResetAsync(HttpContext context)
    {
        release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        arrived.Clear();
        Volatile.Write(ref mostInFlight, 0);
        return WriteAsync(context, 200, "{}");
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
