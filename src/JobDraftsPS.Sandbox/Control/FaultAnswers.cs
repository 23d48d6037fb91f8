using System.Globalization;
using System.Text;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>What a fault makes of a request or of the answer to it.</summary>
internal static class FaultAnswers
{
    /// <summary>The discard port: on a loopback address nobody answers there.</summary>
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/redirected");

    /// <summary>Whether the service still handles the request that the fault meets.</summary>
    public static bool LetsHandle(SandboxFaultKind kind) => kind is SandboxFaultKind.EmptyBody or SandboxFaultKind.TruncatedJson
        or SandboxFaultKind.NotJson or SandboxFaultKind.DropAfterHandling or SandboxFaultKind.HalfBody or SandboxFaultKind.SlowBody;

    /// <summary>The answer in place of handling, its error worded by the service that was meant.</summary>
    public static WireAnswer Instead(SandboxFault fault, Func<int, string, int?, SandboxResponse> error, DateTimeOffset now) => fault.Kind switch
    {
        SandboxFaultKind.DropBeforeHandling => new(new SandboxResponse(500), WireManner.Drop),
        SandboxFaultKind.HtmlStatus => new(Html(fault.Status ?? 502)),
        SandboxFaultKind.ErrorInOk => new(AsOk(error(500, "An error that calls itself a success.", null))),
        SandboxFaultKind.Redirect => new(
            new SandboxResponse(fault.Status ?? 302).With("Location", (fault.RedirectTo ?? Nowhere).AbsoluteUri)),
        SandboxFaultKind.RateLimited => new(Waiting(fault, error, fault.Status ?? 429, fault.RetryAfterSeconds ?? 1, now)),
        _ => new(Waiting(fault, error, fault.Status ?? 500, fault.RetryAfterSeconds, now)),
    };

    /// <summary>The answer after handling, spoiled.</summary>
    public static WireAnswer Spoil(SandboxFault fault, SandboxResponse answer)
    {
        var status = fault.Status ?? answer.Status;
        return fault.Kind switch
        {
            SandboxFaultKind.DropAfterHandling => new(answer, WireManner.Drop),
            SandboxFaultKind.HalfBody => new(answer, WireManner.HalfBody),
            SandboxFaultKind.SlowBody => new(answer, WireManner.SlowBody),
            SandboxFaultKind.TruncatedJson => new(Copy(answer, status, answer.Body.Take(answer.Body.Length / 2).ToArray())),
            SandboxFaultKind.NotJson => new(Copy(answer, status, Encoding.UTF8.GetBytes("this is not JSON"))),
            _ => new(Copy(answer, status, [])),
        };
    }

    private static SandboxResponse Waiting(
        SandboxFault fault, Func<int, string, int?, SandboxResponse> error, int status, int? seconds, DateTimeOffset now)
    {
        var inBody = fault.RetryAfterForm == RetryAfterForm.Body ? seconds : null;
        var answer = error(status, $"The sandbox was told to answer {status} here.", inBody);
        return seconds is not { } wait ? answer : fault.RetryAfterForm switch
        {
            RetryAfterForm.Seconds => answer.With("Retry-After", wait.ToString(CultureInfo.InvariantCulture)),
            RetryAfterForm.HttpDate => answer.With("Retry-After", now.AddSeconds(wait).ToString("r", CultureInfo.InvariantCulture)),
            _ => answer,
        };
    }

    private static SandboxResponse Html(int status) => new(
        status,
        Encoding.UTF8.GetBytes($"<html><head><title>{status} {StatusReason.Of(status)}</title></head><body><h1>{StatusReason.Of(status)}</h1></body></html>"),
        "text/html; charset=utf-8");

    private static SandboxResponse AsOk(SandboxResponse error) => Copy(error, 200, error.Body);

    private static SandboxResponse Copy(SandboxResponse answer, int status, byte[] body)
    {
        var copy = new SandboxResponse(status, body);
        foreach (var header in answer.Headers)
        {
            copy.Headers[header.Key] = header.Value;
        }

        return copy;
    }
}
