using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>The one place where services join the sandbox; base paths must not overlap.</summary>
internal static class SandboxServices
{
    public static IReadOnlyList<HostedService> Create(SandboxSettings settings, SandboxClock clock)
    {
        var openTrain = new OpenTrainService(settings, clock);
        return
        [
            new("OpenTrain", openTrain) { Error = OpenTrainService.Error, Load = openTrain.Load },
        ];
    }
}
