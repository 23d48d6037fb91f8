using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Calls.Writes;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>One write of one kind against a sandbox of its own, on a clock that hurries, with a second client that looks at what the service holds.</summary>
internal sealed class LostReplyWorld : IDisposable
{
    private readonly WriteCase write;
    private readonly HurryingTime time = new();
    private readonly HttpClient eye = new();
    private readonly FaultyWire wire = new();
    private readonly JobSandbox sandbox;
    private readonly JobDraftConnection connection;
    private JobWrite call = null!;
    private int looks;
    private int arranged;

    private LostReplyWorld(WriteCase write)
    {
        this.write = write;
        sandbox = JobSandbox.Start(new SandboxOptions { Clock = new SandboxClock(time.GetUtcNow) });
        connection = Connect();
        Context = NewContext();
    }

    public CallContext Context { get; private set; }

    /// <summary>The writes that arrived, handled or not.</summary>
    public IReadOnlyList<RecordedRequest> Writes => [.. sandbox.Requests.Skip(arranged).Where(request => request.Method != "GET")];

    /// <summary>How much of the clock has gone by since the world began, nearly all of it in waits.</summary>
    public IReadOnlyList<TimeSpan> Waits => time.Waits;

    public int Reads => sandbox.Requests.Skip(arranged).Count(request => request.Method == "GET") - looks;

    public static async Task<LostReplyWorld> OfAsync(string name)
    {
        var world = new LostReplyWorld(WriteCases.Of(name));
        if (world.write.ArrangeAsync is { } arrange)
        {
            await arrange(world);
        }

        world.call = world.write.Make(world.connection);

        world.arranged = world.sandbox.Requests.Count;
        return world;
    }

    /// <summary>Whether the service does the work before the fault strikes.</summary>
    public static bool IsHandled(SandboxFaultKind fault) => fault is SandboxFaultKind.DropAfterHandling or SandboxFaultKind.HalfBody
        or SandboxFaultKind.TruncatedJson or SandboxFaultKind.EmptyBody or SandboxFaultKind.NotJson;

    /// <summary>The next writes meet a fault; reads do not.</summary>
    public void Break(SandboxFaultKind fault, int? status, int count = 1)
    {
        sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { Kind = fault, Status = status, Method = write.Method, Count = count }] });
    }

    /// <summary>The next write meets this fault.</summary>
    public void Break(SandboxFault fault)
    {
        fault.Method = write.Method;
        sandbox.Apply(new SandboxControl { Faults = [fault] });
    }

    /// <summary>The next write meets a network that fails on this side of the service.</summary>
    public void Break(WireFault fault) => wire.Break(write.Method, fault);

    public void BreakReads(int status, int skip = 0) =>
        sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { Kind = SandboxFaultKind.Status, Status = status, Method = "GET", Count = 99, Skip = skip }] });

    public Task<object> SendAsync() => call.SendAsync(Context);

    /// <summary>Does what a run did that was killed before it saw the reply.</summary>
    public async Task SendAndForgetAsync()
    {
        await TakeListAsync();
        await call.SendAsync(NewContext());
    }

    /// <summary>Takes the list that a create adds to, as the killed run did.</summary>
    public async Task TakeListAsync()
    {
        if (call.Adds is { } entries)
        {
            await Context.Ledger.RememberAsync(entries, call.Service, call.Account, Context);
        }
    }

    public Task<object> SendAsync(bool sentBefore)
    {
        Context.SentBefore = sentBefore;
        return SendAsync();
    }

    /// <summary>How often the service holds what was wanted. Looking makes calls of its own, so it comes last.</summary>
    public async Task<int> HeldAsync()
    {
        sandbox.Apply(new SandboxControl { ClearFaults = true });
        return await write.HeldAsync(this);
    }

    /// <summary>Reads something of the service with a client of its own.</summary>
    /// <param name="path">The path below the service's base.</param>
    public async Task<JsonNode> LookAsync(string path)
    {
        looks++;
        using var response = await AskAsync(HttpMethod.Get, path, null);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        var answer = JsonNode.Parse(text)!;
        return answer["job"] ?? answer;
    }

    /// <summary>Does something with a client of its own; true when the service took it.</summary>
    public async Task<bool> TryAsync(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var response = await AskAsync(method, path, body, type);
        return response.IsSuccessStatusCode;
    }

    public void Dispose()
    {
        ConnectionFactory.Close(connection);
        eye.Dispose();
        sandbox.Dispose();
    }

    private static CallContext NewContext() => new(new CallLog(), TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, BaseUri + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await eye.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Uri BaseUri => write.Service switch { JobService.OpenTrain => sandbox.OpenTrainUri, JobService.TextKing => sandbox.TextKingUri, _ => sandbox.SorceUri };

    private string TokenOf() => write.Service switch
    {
        JobService.OpenTrain => sandbox.OpenTrainToken,
        JobService.TextKing => sandbox.TextKingToken,
        _ => sandbox.SorceToken,
    };

    private JobDraftConnection Connect()
    {
        var options = new ConnectionOptions(write.Service)
        {
            Token = TokenOf(),
            BaseUri = BaseUri,
            Time = time,
            WrapHandler = wire.Around,
        };
        options.Pacing.Instance = sandbox.InstanceId;
        options.Pacing.Now = () => sandbox.Clock.UtcNow;
        return ConnectionFactory.Create(options);
    }
}
