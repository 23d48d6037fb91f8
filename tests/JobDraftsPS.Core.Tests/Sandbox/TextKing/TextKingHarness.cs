using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing;
using JobDraftsPS.Sandbox.TextKing.Callbacks;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>A fresh service on a clock that stands still, asked without a network.</summary>
internal sealed class TextKingHarness : IDisposable
{
    public const string Origin = "http://127.0.0.1:5050";
    public const string Base = Origin + "/v1";
    public const string Spring = "11111111-1111-4111-8111-111111111111";
    public const string Winter = "22222222-2222-4222-8222-222222222222";
    public const string Autumn = "33333333-3333-4333-8333-333333333333";
    public const string Foreign = "99999999-9999-4999-8999-999999999999";
    public const string ForeignJob = "cccccccc-0000-4000-8000-000000000001";
    public const string WinterJob = "bbbbbbbb-0000-4000-8000-000000000001";
    public const string OtherWinterJob = "bbbbbbbb-0000-4000-8000-000000000002";
    public const string SpringJob = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string General = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";
    public const string DefaultAddress = "77777777-1111-4222-8333-444444444444";
    public const string JobBody = """{"name":"A","source_language":"en","target_language":"fr","quality":"translation"}""";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public TextKingHarness(TextKingAssumptions? assumptions = null, HttpMessageHandler? callbackHandler = null)
    {
        Clock = new SandboxClock(() => Start);
        Receiver = new FakeReceiver();
        Service = new TextKingService(Clock, () => UploadLimit(), assumptions, callbackHandler ?? Receiver, () => WordCountDelay);
        OAuth = new TextKingOAuth(Clock, Service);
    }

    public SandboxClock Clock { get; }

    public FakeReceiver Receiver { get; }

    public TextKingService Service { get; }

    public TextKingOAuth OAuth { get; }

    public TimeSpan WordCountDelay { get; set; }

    public Func<long> UploadLimit { get; set; } = () => TextKingAssumptions.DefaultUploadLimit;

    public static TextKingReply Ask(ISandboxService service, string method, string target, byte[] body, Dictionary<string, string?> headers)
    {
        var split = target.Split('?', 2);
        var query = split.Length < 2
            ? []
            : split[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(
                Uri.UnescapeDataString(pair[0]), pair.Length == 2 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "")).ToArray();
        var sent = headers
            .Where(header => header.Value is not null)
            .ToDictionary(header => header.Key, header => header.Value!, StringComparer.OrdinalIgnoreCase);
        return new TextKingReply(service.Handle(new SandboxRequest(method, split[0], query, sent, body, Origin)));
    }

    /// <summary>Asks the API as the main customer; a header given as null is left out.</summary>
    public TextKingReply Send(string method, string target, byte[] body, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = "Bearer " + TextKingService.DefaultToken,
        };
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        return Ask(Service, method, target, body, all);
    }

    public TextKingReply Get(string target, params (string Name, string? Value)[] headers) => Send("GET", target, [], headers);

    public TextKingReply Delete(string target) => Send("DELETE", target, []);

    public TextKingReply Post(string target, string json, params (string Name, string? Value)[] headers) =>
        Send("POST", target, Encoding.UTF8.GetBytes(json), [("Content-Type", "application/json"), .. headers]);

    public TextKingReply Put(string target, string json, params (string Name, string? Value)[] headers) =>
        Send("PUT", target, Encoding.UTF8.GetBytes(json), [("Content-Type", "application/json"), .. headers]);

    public TextKingReply Upload(string jobPath, string text = "two words", string name = "note.txt", string? type = "text/plain") =>
        Send("POST", $"{jobPath}/document/{name}", Encoding.UTF8.GetBytes(text), ("Content-Type", type));

    /// <summary>Makes a prepared project and returns its path.</summary>
    public string NewProject(string name = "P")
    {
        var reply = Post("/projects", new JsonObject { ["name"] = name }.ToJsonString());
        Assert.Equal(201, reply.Status);
        return "/project/" + reply.Text("id");
    }

    /// <summary>Makes a job and returns its path.</summary>
    public string NewJob(string projectPath, string body = JobBody)
    {
        var reply = Post(projectPath + "/jobs", body);
        Assert.Equal(201, reply.Status);
        return $"{projectPath}/job/{reply.Text("id")}";
    }

    /// <summary>Makes a running project with one job and returns the job's path.</summary>
    public string NewRunningJob()
    {
        var project = NewProject();
        var job = NewJob(project);
        Assert.Equal(201, Upload(job).Status);
        Assert.Equal(200, Put(project, """{"state":"running"}""").Status);
        return job;
    }

    public async Task<IReadOnlyList<TextKingCallbackCall>> SettledCalls()
    {
        await Service.CallbacksSettled;
        return Service.CallbackCalls;
    }

    public static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);

    public void Dispose()
    {
        Service.Dispose();
        Receiver.Dispose();
    }
}
