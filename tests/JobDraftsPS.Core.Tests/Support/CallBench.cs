using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>The clients with all their retries and pacing, on a clock that hurries, over a network that the test scripts.</summary>
internal sealed class CallBench : IDisposable
{
    public const string Token = "tok_callbench_0123456789";
    public const string Project = "0a6f7c1e-2b34-4d5e-8f90-112233445566";
    public const string TranslationId = "c0ffee00-1234-4abc-9def-000000000001";

    private readonly Dictionary<JobService, JobDraftConnection> connections = [];
    private readonly string instance = Guid.NewGuid().ToString("N");

    public CallBench(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) => Network = new ScriptedNetwork(Time, answer);

    public CallBench(Func<SentRequest, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public HurryingTime Time { get; } = new();

    public ScriptedNetwork Network { get; }

    public CallLog Log { get; } = new();

    public IReadOnlyList<SentRequest> Requests => Network.Requests;

    public int PublishQuota { get; set; } = 20;

    public int RateLimit { get; set; } = 60;

    /// <summary>The hashes that the connections' credentials are known by.</summary>
    public IReadOnlyList<string> Accounts => [.. connections.Values.Select(connection => ServiceSession.Of(connection).Account)];

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    public OpenTrainClient OpenTrain => new(Connect(JobService.OpenTrain));

    public TextKingClient TextKing => new(Connect(JobService.TextKing));

    public SorceClient Sorce => new(SorceConnection);

    /// <summary>For a client of Sorce with assumptions of its own.</summary>
    public JobDraftConnection SorceConnection => Connect(JobService.Sorce);

    /// <summary>The good answer to any of the writes below.</summary>
    public static HttpResponseMessage Good(SentRequest request) => ScriptedNetwork.Json(200, GoodBody(request));

    public static string GoodBody(SentRequest request) => request.Path switch
    {
        var path when path.Contains("/api/external/", StringComparison.Ordinal) => $$"""{"id":"{{JobOf(path)}}","status":"ACTIVE"}""",
        var path when path.Contains("/project/", StringComparison.Ordinal) => $$"""{"id":"{{TranslationId}}","name":"n","state":"new"}""",
        var path when path.EndsWith("/publish", StringComparison.Ordinal) => $$"""{"ok":true,"jobId":"{{JobOf(path)}}","status":"OPEN"}""",
        var path => $$"""{"ok":true,"jobId":"{{JobOf(path)}}","status":"DRAFT"}""",
    };

    /// <summary>The job that a path names; a new one of a create.</summary>
    private static string JobOf(string path) => System.Text.RegularExpressions.Regex.Match(path, "/(?:jobs|job-drafts)/([^/]+)") is { Success: true } named ? named.Groups[1].Value : "job_1";

    public CallContext Context(CancellationToken? cancellation = null) => new(Log, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>One of each kind of write.</summary>
    public JobWrite Call(WriteKind kind) => kind switch
    {
        WriteKind.DraftCreate => OpenTrain.Create(DraftImport.FromText("Label forty pictures of bridges.")),
        WriteKind.DraftUpdate => Update("job_1"),
        WriteKind.DraftPublish => OpenTrain.Publish("job_1", null),
        WriteKind.TranslationUpdate => TextKing.Update(new JobEdit(TranslationId, [new FieldChange("briefing", "b")], Project)),
        _ => Sorce.Publish("job_1"),
    };

    public JobWrite Update(string jobId, long headcount = 2) => OpenTrain.Update(new JobEdit(jobId, [new FieldChange("headcount", headcount)]), null);

    public ServiceSession Session(JobService service) => ServiceSession.Of(Connect(service));

    public void Close(JobService service) => ConnectionFactory.Close(connections[service]);

    /// <summary>Everything that the calls had to say to the verbose stream, in order.</summary>
    public IReadOnlyList<string> Said()
    {
        var lines = new List<string>();
        while (Log.TryTake(out var entry))
        {
            if (entry.Level == CallLogLevel.Verbose)
            {
                lines.Add(entry.Text);
            }
        }

        return lines;
    }

    public void Dispose()
    {
        foreach (var connection in connections.Values)
        {
            ConnectionFactory.Close(connection);
        }
    }

    private JobDraftConnection Connect(JobService service)
    {
        if (!connections.TryGetValue(service, out var connection))
        {
            var path = service switch { JobService.OpenTrain => "/api/public/v1", JobService.TextKing => "/v1", _ => "/api/external/v1" };
            var options = new ConnectionOptions(service)
            {
                Token = Token,
                BaseUri = new Uri("http://127.0.0.1:9" + path),
                Timeout = Timeout,
                Time = Time,
                WrapHandler = _ => Network,
            };
            options.Pacing.Instance = instance;
            options.Pacing.Now = Time.GetUtcNow;
            options.Pacing.Rules[OpenTrainQuotas.Publications] = new QuotaRule(new QuotaWindow(() => PublishQuota, () => OpenTrainQuotas.PublishWindow));
            options.Pacing.Rules[SorceQuotas.Requests] = new QuotaRule(new QuotaWindow(() => RateLimit, () => TimeSpan.FromMinutes(1)));
            connections.Add(service, connection = ConnectionFactory.Create(options));
        }

        return connection;
    }
}
