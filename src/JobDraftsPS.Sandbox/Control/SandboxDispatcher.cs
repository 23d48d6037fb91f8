using System.Globalization;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>Takes each request to the panel or to the service whose base path it has, past the faults that wait for it.</summary>
internal sealed class SandboxDispatcher(
    IReadOnlyList<HostedService> services,
    ControlEndpoint panel,
    SandboxSettings settings,
    SandboxClock clock,
    FaultQueue faults,
    RequestLog log)
{
    public async Task<WireAnswer> AnswerAsync(ReceivedRequest request, CancellationToken cancellation)
    {
        if (ControlEndpoint.Owns(request.Path))
        {
            // The panel answers even when everything else is told to fail, and is not counted.
            return new WireAnswer(panel.Handle(request));
        }

        var arrivedAt = clock.UtcNow;
        var hosted = services.FirstOrDefault(service => service.Owns(request.Path));
        var fault = faults.Take(hosted?.Name, request.Method, request.Target, settings.FaultRate);
        var handled = fault is null || FaultAnswers.LetsHandle(fault.Kind);
        var answer = handled
            ? Handle(hosted, request, fault)
            : FaultAnswers.Instead(fault!, hosted?.Error ?? HostedService.PlainError, arrivedAt);
        int? status = answer.Manner == WireManner.Drop ? null : answer.Response.Status;
        log.Add(hosted?.Name, request, status, handled, arrivedAt);
        var latency = settings.Latency;
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, cancellation).ConfigureAwait(false);
        }

        // A wait that is told as a date is measured against this: both go by the one clock, wherever it was moved.
        answer.Response.With("Date", arrivedAt.ToString("r", CultureInfo.InvariantCulture));
        return answer;
    }

    private static WireAnswer Handle(HostedService? hosted, ReceivedRequest request, SandboxFault? fault)
    {
        var answer = hosted is null ? NoSuchService(request) : hosted.Service.Handle(ToService(hosted, request));
        return fault is null ? new WireAnswer(answer) : FaultAnswers.Spoil(fault, answer);
    }

    /// <summary>A HEAD is a GET whose body stays behind; the connection leaves it out.</summary>
    private static SandboxRequest ToService(HostedService hosted, ReceivedRequest request) => new(
        request.Method == "HEAD" ? "GET" : request.Method,
        hosted.Below(request.Path),
        request.Query,
        request.Headers,
        request.Content,
        request.Origin);

    private static SandboxResponse NoSuchService(ReceivedRequest request) => HostedService.PlainError(
        404, $"No service of the sandbox lives at {request.Path}; GET /__control lists their addresses.", null);
}
