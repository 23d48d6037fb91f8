namespace JobDraftsPS.Sandbox.Control;

/// <summary>The ranges of a control's members; checked as a whole before anything is applied.</summary>
internal static class ControlCheck
{
    public static void Check(SandboxControl control, IReadOnlyCollection<string> services)
    {
        Must(
            control.AdvanceClock is null || (control.AdvanceClock >= TimeSpan.Zero && control.AdvanceClock <= TimeSpan.FromDays(3650)),
            "advanceClock",
            "from zero to 3650 days: the clock runs forward only");
        Must(control.RateLimit is null or >= 1, "rateLimit", "1 or more");
        Must(control.RateWindow is null || control.RateWindow > TimeSpan.Zero, "rateWindow", "longer than zero");
        Must(control.PublishQuota is null or >= 0, "publishQuota", "0 or more");
        Must(control.UploadLimit is null or >= 0, "uploadLimit", "0 or more bytes");
        Must(control.WordCountDelay is null || control.WordCountDelay >= TimeSpan.Zero, "wordCountDelay", "zero or longer");
        Must(control.Latency is null || IsWait(control.Latency.Value), "latency", "zero to one hour");
        Must(control.FaultRate is null or (>= 0 and <= 1), "faultRate", "from 0 to 1");
        Must(control.ApplicationState is null || control.AddApplication is not null, "applicationState", "beside addApplication");
        var number = 0;
        foreach (var fault in control.Faults ?? [])
        {
            var at = $"faults[{number++}].";
            Must(fault.Count >= 1, at + "count", "1 or more");
            Must(fault.Skip >= 0, at + "skip", "0 or more");
            Must(fault.Status is null or (>= 200 and <= 599), at + "status", "an HTTP status from 200 to 599");
            Must(fault.RetryAfterSeconds is null or >= 0, at + "retryAfterSeconds", "0 or more");
            Must(
                fault.Service is null || services.Contains(fault.Service, StringComparer.OrdinalIgnoreCase),
                at + "service",
                "one of " + string.Join(", ", services));
        }
    }

    public static bool IsWait(TimeSpan latency) => latency >= TimeSpan.Zero && latency <= TimeSpan.FromHours(1);

    private static void Must(bool holds, string member, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException($"{member} has to be {allowed}.");
        }
    }
}
