using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

/// <summary>An OpenTrain service without a network, with its settings in reach and a clock that stands still.</summary>
internal sealed class OpenTrainBench
{
    private readonly OpenTrainService service;

    public OpenTrainBench(OpenTrainAssumptions? assumptions = null) =>
        service = new OpenTrainService(Settings, new SandboxClock(() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)), assumptions);

    public SandboxSettings Settings { get; } = new();

    public string Token { get; set; } = OpenTrainTokens.Full;

    /// <summary>Sends a request; its answer has to have the status.</summary>
    /// <returns>The body.</returns>
    public JsonNode Expect(int status, string method, string target, string? body = null)
    {
        var parts = target.Split('?', 2);
        var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])).ToArray();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "Bearer " + Token };
        var answer = service.Handle(new SandboxRequest(method, parts[0], query, headers, Encoding.UTF8.GetBytes(body ?? string.Empty), "http://localhost"));
        var text = Encoding.UTF8.GetString(answer.Body);
        Assert.True(status == answer.Status, $"{answer.Status}: {text}");
        return JsonNode.Parse(text)!;
    }
}
