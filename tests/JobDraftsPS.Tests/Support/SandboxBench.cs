using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text.Json;

namespace JobDraftsPS.Tests.Support;

/// <summary>A session that is connected to a sandbox of its own.</summary>
public sealed class SandboxBench : IDisposable
{
    private static readonly HttpClient Panel = new();

    public SandboxBench()
        : this(null)
    {
    }

    internal SandboxBench(PSHost? host, string startParameters = "")
    {
        Session = new Session(host);
        var started = Session.Run($"$sandbox = Start-JobDraftSandbox {startParameters} -Confirm:$false; Connect-JobDraftService -Sandbox $sandbox; $sandbox");
        Assert.Empty(started.AllErrors);
        Sandbox = Assert.Single(started.Output);
    }

    internal Session Session { get; }

    internal PSObject Sandbox { get; }

    /// <summary>The sandbox's own token for a service.</summary>
    internal string Token(string service) => (string)Sandbox.Properties[service + "Token"].Value;

    /// <summary>The sandbox's API base of a service.</summary>
    internal Uri Address(string service) => (Uri)Sandbox.Properties[service + "Uri"].Value;

    internal RunResult Run(string script, params (string Name, object? Value)[] variables) => Session.Run(script, variables);

    /// <summary>Moves the sandbox's clock from any thread, also while the session runs a script.</summary>
    internal void AdvanceClock(TimeSpan by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri)Sandbox.Properties["ControlUri"].Value)
        {
            Content = new StringContent(FormattableString.Invariant($$"""{"advanceClock":{{by.TotalSeconds}}}"""), System.Text.Encoding.UTF8, "application/json"),
        };
        using var response = Panel.Send(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Runs a command over three rows of which the middle one is bad; the rows around it must go on, in order.</summary>
    /// <returns>The one error.</returns>
    internal ErrorRecord MiddleRowOf(string command, object?[] rows, int throttleLimit)
    {
        var result = Run($"$rows | {command} -ThrottleLimit $limit 2>&1", ("rows", rows), ("limit", throttleLimit));
        Assert.Empty(result.AllErrors);
        Assert.Equal(3, result.Output.Count);
        Assert.NotNull(result.Output[0].Properties["JobId"]?.Value);
        Assert.NotNull(result.Output[2].Properties["JobId"]?.Value);
        var error = Assert.IsType<ErrorRecord>(result.Output[1].BaseObject);
        Assert.StartsWith("Row 2: ", error.Text(), StringComparison.Ordinal);
        error.HandsBack(rows[1]!);
        return error;
    }

    /// <summary>The requests that changed something or tried to, as "METHOD path status".</summary>
    internal IReadOnlyList<string> Writes() => [.. Requests().Where(request => request.Method != "GET").Select(request => $"{request.Method} {request.Target} {request.Status}")];

    /// <summary>Every request that the services saw, oldest first.</summary>
    internal IReadOnlyList<(string Method, string Target, string Body, int? Status)> Requests()
    {
        var control = (Uri)Sandbox.Properties["ControlUri"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, control.AbsoluteUri.TrimEnd('/') + "/requests");
        using var response = Panel.Send(request);
        using var document = JsonDocument.Parse(response.Content.ReadAsStream());
        return
        [
            .. document.RootElement.GetProperty("requests").EnumerateArray().Where(entry => entry.GetProperty("service").ValueKind == JsonValueKind.String).Select(entry => (
                entry.GetProperty("method").GetString()!,
                entry.GetProperty("target").GetString()!,
                entry.GetProperty("body").GetString()!,
                entry.GetProperty("status").ValueKind == JsonValueKind.Number ? entry.GetProperty("status").GetInt32() : (int?)null)),
        ];
    }

    public void Dispose()
    {
        Session.Run("$sandbox | Stop-JobDraftSandbox -Confirm:$false");
        Session.Dispose();
    }
}
