using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>Starts the module's sandbox from a command line.</summary>
internal static class SandboxServer
{
    public static IDisposable Start(Arguments arguments)
    {
        var sandbox = JobSandbox.Start(new SandboxOptions
        {
            Latency = TimeSpan.FromMilliseconds(arguments.Number("latency", 0)),
            PublishQuota = arguments.Number("publish-quota", 20),
            DataPath = arguments.Find("data"),
        });
        sandbox.Apply(new SandboxControl
        {
            RateLimit = arguments.Number("rate-limit", 60),
            RateWindow = TimeSpan.FromSeconds(arguments.Number("rate-window", 60)),
        });
        return sandbox;
    }

    public static Uri AddressOf(IDisposable sandbox) => ((JobSandbox)sandbox).ControlUri;
}
