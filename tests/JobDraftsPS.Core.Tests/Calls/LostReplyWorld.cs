using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>One write of one kind against a sandbox of its own, on a clock that hurries, with a second client that looks at what the service holds.</summary>
internal sealed class LostReplyWorld : IDisposable
{
    private const string Text = "Outline bridges in forty pictures.";
    private const string Draft = "ot-draft-01";
    private const string ReadyDraft = "ot-draft-07";
    private const string Listing = "job_s01";
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Translation = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly WriteKind kind;
    private readonly HurryingTime time = new();
    private readonly HttpClient eye = new();
    private readonly JobSandbox sandbox;
    private readonly JobDraftConnection connection;
    private readonly JobCall call;

    public LostReplyWorld(WriteKind kind)
    {
        this.kind = kind;
        sandbox = JobSandbox.Start(new SandboxOptions { Clock = new SandboxClock(time.GetUtcNow) });
        connection = Connect();
        call = kind switch
        {
            WriteKind.DraftCreate => new OpenTrainClient(connection).Create(DraftImport.FromText(Text)),
            WriteKind.DraftUpdate => new OpenTrainClient(connection).Update(new JobEdit(Draft, [new FieldChange("experienceLevel", "EXPERT")]), null),
            WriteKind.DraftPublish => new OpenTrainClient(connection).Publish(ReadyDraft, null),
            WriteKind.TranslationUpdate => new TextKingClient(connection).Update(new JobEdit(Translation, [new FieldChange("briefing", "Keep it short.")], Project)),
            _ => new SorceClient(connection).Publish(Listing),
        };
        Context = NewContext();
    }

    public CallContext Context { get; private set; }

    /// <summary>The writes that arrived, handled or not.</summary>
    public IReadOnlyList<RecordedRequest> Writes => [.. sandbox.Requests.Where(request => request.Method != "GET")];

    public int Reads => sandbox.Requests.Count(request => request.Method == "GET");

    /// <summary>Whether the service does the work before the fault strikes.</summary>
    public static bool IsHandled(SandboxFaultKind fault) => fault is SandboxFaultKind.DropAfterHandling or SandboxFaultKind.HalfBody
        or SandboxFaultKind.TruncatedJson or SandboxFaultKind.EmptyBody or SandboxFaultKind.NotJson;

    /// <summary>The next writes meet a fault; reads do not.</summary>
    public void Break(SandboxFaultKind fault, int? status, int count = 1)
    {
        var method = kind switch { WriteKind.DraftUpdate => "PATCH", WriteKind.TranslationUpdate => "PUT", _ => "POST" };
        sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { Kind = fault, Status = status, Method = method, Count = count }] });
    }

    public void BreakReads(int status, int skip = 0) =>
        sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { Kind = SandboxFaultKind.Status, Status = status, Method = "GET", Count = 99, Skip = skip }] });

    public void BeginAgain() => Context = NewContext();

    public Task<object> SendAsync() => call.SendAsync(Context);

    public Task<object> SendAsync(bool sentBefore)
    {
        Context.SentBefore = sentBefore;
        return SendAsync();
    }

    /// <summary>How often the service holds what was wanted. Looking makes calls of its own, so it comes last.</summary>
    public async Task<int> HeldAsync()
    {
        sandbox.Apply(new SandboxControl { ClearFaults = true });
        return kind switch
        {
            WriteKind.DraftCreate => (await MineAsync()).Count(job => ((string)job!["id"]!).StartsWith("otj-", StringComparison.Ordinal)),
            WriteKind.DraftUpdate => await PublishesAsync(Draft) ? 1 : 0,
            WriteKind.DraftPublish => (await MineAsync()).Count(job => (string?)job!["id"] == ReadyDraft && (string?)job["status"] == "OPEN"),
            WriteKind.TranslationUpdate => (string?)(await LookAsync($"{sandbox.TextKingUri}/project/{Project}/job/{Translation}"))["briefing"] == "Keep it short." ? 1 : 0,
            _ => (string?)(await LookAsync($"{sandbox.SorceUri}/jobs/{Listing}"))["status"] == "ACTIVE" ? 1 : 0,
        };
    }

    public void Dispose()
    {
        ConnectionFactory.Close(connection);
        eye.Dispose();
        sandbox.Dispose();
    }

    private static CallContext NewContext() => new(new CallLog(), TestContext.Current.CancellationToken);

    private async Task<JsonArray> MineAsync() => (JsonArray)(await LookAsync($"{sandbox.OpenTrainUri}/jobs/mine?limit=100"))["jobs"]!;

    /// <summary>A draft's fields cannot be read: only one that has the edit is complete enough to be published.</summary>
    private async Task<bool> PublishesAsync(string jobId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.OpenTrainUri}/jobs/{jobId}/publish");
        using var response = await AskAsync(request);
        return response.IsSuccessStatusCode && (string?)(await LookAsync($"{sandbox.OpenTrainUri}/jobs/{jobId}"))["experienceLevel"] == "Expert";
    }

    private async Task<JsonNode> LookAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await AskAsync(request);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        var answer = JsonNode.Parse(text)!;
        return answer["job"] ?? answer;
    }

    private Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return eye.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private JobService Service => kind switch
    {
        WriteKind.TranslationUpdate => JobService.TextKing,
        WriteKind.ListingPublish => JobService.Sorce,
        _ => JobService.OpenTrain,
    };

    private string TokenOf() => Service switch
    {
        JobService.OpenTrain => sandbox.OpenTrainToken,
        JobService.TextKing => sandbox.TextKingToken,
        _ => sandbox.SorceToken,
    };

    private JobDraftConnection Connect()
    {
        var options = new ConnectionOptions(Service)
        {
            Token = TokenOf(),
            BaseUri = Service switch { JobService.OpenTrain => sandbox.OpenTrainUri, JobService.TextKing => sandbox.TextKingUri, _ => sandbox.SorceUri },
            Time = time,
        };
        options.Pacing.Instance = sandbox.InstanceId;
        options.Pacing.Now = () => sandbox.Clock.UtcNow;
        return ConnectionFactory.Create(options);
    }
}
