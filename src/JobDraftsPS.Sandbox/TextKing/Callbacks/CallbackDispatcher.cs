using System.Net;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing.Callbacks;

/// <summary>Sends callbacks behind the back of the request that fired them, one after another, each with one try.</summary>
/// <remarks>Only a loopback address is ever called: a rehearsal must not reach anybody's real receiver.</remarks>
internal sealed class CallbackDispatcher : IDisposable
{
    private readonly object gate = new();
    private readonly Queue<TextKingCallbackCall> remembered = new();
    private readonly HttpClient client;
    private readonly SandboxClock clock;
    private readonly int memory;
    private Task tail = Task.CompletedTask;

    /// <summary>Creates a dispatcher over the machine's network, or over another handler.</summary>
    public CallbackDispatcher(SandboxClock clock, TextKingAssumptions assumptions, HttpMessageHandler? handler = null)
    {
        this.clock = clock;
        memory = assumptions.CallbackMemory;
        client = new HttpClient(handler ?? new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            Timeout = assumptions.CallbackTimeout,
        };
    }

    /// <summary>The calls so far, oldest first.</summary>
    public IReadOnlyList<TextKingCallbackCall> Calls
    {
        get
        {
            lock (gate)
            {
                return remembered.ToArray();
            }
        }
    }

    /// <summary>Ends when every call fired so far is sent and remembered.</summary>
    public Task Settled
    {
        get
        {
            lock (gate)
            {
                return tail;
            }
        }
    }

    /// <summary>Queues one call and returns at once.</summary>
    public void Fire(Callback callback, Job job)
    {
        var call = new TextKingCallbackCall(
            callback.Id, job.Project.Id, job.Id, callback.Url, callback.TriggerState, callback.ExtraData ?? "", clock.UtcNow);
        lock (gate)
        {
            tail = tail.ContinueWith(
                _ => SendAsync(call), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool IsLoopback(Uri url) =>
        url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private async Task SendAsync(TextKingCallbackCall call)
    {
        TextKingCallbackCall outcome;
        try
        {
            outcome = await PostAsync(call).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Nobody waits for this task: whatever goes wrong belongs into the record, and the next call must still go out.
            outcome = call with { Failure = error.Message };
        }

        Remember(outcome);
    }

    private async Task<TextKingCallbackCall> PostAsync(TextKingCallbackCall call)
    {
        var url = new Uri(call.Url);
        if (!IsLoopback(url))
        {
            return call with { Failure = "Not sent: only loopback addresses are called from the sandbox." };
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url);

        // A connection of its own: one taken from a pool may be repeated unseen when it turns out to be closed.
        request.Headers.ConnectionClose = true;
        request.Content = new FormUrlEncodedContent(
        [
            new("project_id", call.ProjectId.ToString()),
            new("job_id", call.JobId.ToString()),
            new("extra_data", call.ExtraData),
        ]);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        return call with { Status = (int)response.StatusCode };
    }

    private void Remember(TextKingCallbackCall call)
    {
        lock (gate)
        {
            remembered.Enqueue(call);
            if (remembered.Count > memory)
            {
                remembered.Dequeue();
            }
        }
    }
}
