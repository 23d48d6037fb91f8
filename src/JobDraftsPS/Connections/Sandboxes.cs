using System.Collections.Concurrent;
using System.Management.Automation;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Connections;

/// <summary>The sandboxes that run in this process, and the way to those in others. A sandbox belongs to the process: every runspace sees it.</summary>
internal static class Sandboxes
{
    private static readonly ConcurrentDictionary<int, JobSandbox> Running = new();

    /// <summary>All sandboxes of this process, oldest port first. Copied first: to sort what others add to at the same time fails.</summary>
    public static IEnumerable<JobDraftSandbox> All => Running.ToArray().OrderBy(pair => pair.Key).Select(pair => ToRecord(pair.Value.ReadState()));

    /// <summary>Starts one.</summary>
    /// <exception cref="JobDraftsApiException">It cannot start.</exception>
    public static JobDraftSandbox Start(SandboxOptions options) => Guard(() =>
    {
        var sandbox = JobSandbox.Start(options);
        Running[sandbox.Port] = sandbox;
        return ToRecord(sandbox.ReadState());
    });

    /// <summary>Stops one of this process.</summary>
    /// <returns>False when it runs in another process or has stopped already.</returns>
    public static bool Stop(JobDraftSandbox sandbox)
    {
        if (!Running.TryRemove(sandbox.ControlUri.Port, out var found))
        {
            return false;
        }

        found.Dispose();
        return true;
    }

    /// <summary>The sandbox that a parameter means: a record of one, or an address.</summary>
    /// <exception cref="JobDraftsApiException">It is neither, or nobody answers there.</exception>
    public static JobDraftSandbox Find(PSObject given)
    {
        if (given.BaseObject is JobDraftSandbox record)
        {
            return record;
        }

        var address = given.BaseObject as Uri ?? (Uri.TryCreate(given.BaseObject as string, UriKind.Absolute, out var parsed) ? parsed : null);
        return address is null
            ? throw LocalErrors.BadValue(null, $"'{given}' is no sandbox: the object of Start-JobDraftSandbox or an address such as http://127.0.0.1:8080 is needed.")
            : Use(address, panel => ToRecord(panel.ReadState()));
    }

    /// <summary>The sandbox that is meant where none is named: the only one of this process.</summary>
    /// <exception cref="JobDraftsApiException">None runs here, or several do.</exception>
    public static JobDraftSandbox Only()
    {
        var running = All.ToArray();
        return running.Length == 1
            ? running[0]
            : throw LocalErrors.BadValue(null, running.Length == 0 ? "No sandbox runs in this process." : $"{running.Length} sandboxes run in this process, and it is not said which one is meant.", "Give -Sandbox with the object of Start-JobDraftSandbox, or with the address of a sandbox in another process.");
    }

    /// <summary>Turns the controls of a sandbox, in this process or another.</summary>
    /// <exception cref="JobDraftsApiException">A control is out of its range, or nobody answers.</exception>
    public static JobDraftSandbox Apply(JobDraftSandbox sandbox, SandboxControl control) =>
        Use(sandbox.ControlUri, panel => ToRecord(panel.Apply(control)));

    /// <summary>The numbers and the clock that a connection to a sandbox is paced by: live from one in this process, as they were from another.</summary>
    public static PacingOptions PacingOf(JobDraftSandbox sandbox)
    {
        // In two processes on one credential the same moment must be meant, so the time that the answer took must not count.
        return Running.TryGetValue(sandbox.ControlUri.Port, out var here)
            ? Pacing(() => here.Clock.UtcNow, new QuotaWindow(() => here.RateLimit, () => here.RateWindow), new QuotaWindow(() => here.PublishQuota, () => OpenTrainQuotas.PublishWindow))
            : Pacing(() => DateTimeOffset.UtcNow + sandbox.ClockAhead, new QuotaWindow(sandbox.RateLimit, sandbox.RateWindow), new QuotaWindow(sandbox.PublishQuota, OpenTrainQuotas.PublishWindow));

        PacingOptions Pacing(Func<DateTimeOffset> now, QuotaWindow requests, QuotaWindow publications) => new()
        {
            Instance = sandbox.InstanceId,
            Now = now,
            Rules = { [SorceQuotas.Requests] = new QuotaRule(requests), [OpenTrainQuotas.Publications] = new QuotaRule(publications) },
        };
    }

    private static JobDraftSandbox Use(Uri address, Func<ISandboxPanel, JobDraftSandbox> use) => Guard(() =>
    {
        if (Running.TryGetValue(address.Port, out var here) && address.IsLoopback)
        {
            return use(here);
        }

        using var remote = new RemoteSandbox(address);
        try
        {
            return use(remote);
        }
        catch (HttpRequestException nobody)
        {
            throw LocalErrors.BadValue(
                null,
                $"No sandbox answers at {address.GetLeftPart(UriPartial.Authority)}: {nobody.Message}.",
                "Start one with Start-JobDraftSandbox, or correct the address.");
        }
    });

    private static JobDraftSandbox Guard(Func<JobDraftSandbox> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is ArgumentException or IOException or InvalidOperationException or HttpRequestException or System.Net.Sockets.SocketException)
        {
            throw LocalErrors.BadValue(null, error.Message, "Correct the value and run it again.");
        }
    }

    private static JobDraftSandbox ToRecord(SandboxState state) => new()
    {
        InstanceId = state.InstanceId,
        OpenTrainUri = state.OpenTrainUri,
        TextKingUri = state.TextKingUri,
        SorceUri = state.SorceUri,
        OAuthUri = state.OAuthUri,
        OAuthClientId = state.OAuthClientId,
        OAuthClientSecret = state.OAuthClientSecret,
        ControlUri = state.ControlUri,
        OpenTrainToken = state.OpenTrainToken,
        TextKingToken = state.TextKingToken,
        SorceToken = state.SorceToken,
        Now = state.Clock,
        ClockAhead = state.ClockAhead,
        RateLimit = state.RateLimit,
        RateWindow = state.RateWindow,
        UploadLimit = state.UploadLimit,
        WordCountDelay = state.WordCountDelay,
        PublishQuota = state.PublishQuota,
        RequestCount = state.TotalRequests,
    };
}
