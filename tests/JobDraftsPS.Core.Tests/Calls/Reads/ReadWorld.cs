using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls.Reads;

/// <summary>One read against a sandbox of its own, on a clock that hurries.</summary>
internal sealed class ReadWorld : IDisposable
{
    private readonly ReadCase read;
    private readonly HurryingTime time = new();
    private readonly FaultyWire wire = new();
    private readonly JobSandbox sandbox;
    private readonly JobDraftConnection connection;

    public ReadWorld(string name, TimeSpan? timeout = null)
    {
        read = ReadCases.Of(name);
        sandbox = JobSandbox.Start(new SandboxOptions { Clock = new SandboxClock(time.GetUtcNow) });
        var (address, token) = read.Service switch
        {
            JobService.OpenTrain => (sandbox.OpenTrainUri, sandbox.OpenTrainToken),
            JobService.TextKing => (sandbox.TextKingUri, sandbox.TextKingToken),
            _ => (sandbox.SorceUri, sandbox.SorceToken),
        };
        var options = new ConnectionOptions(read.Service) { Token = token, BaseUri = address, Time = time, WrapHandler = wire.Around };
        options.Timeout = timeout ?? options.Timeout;
        options.Pacing.Instance = sandbox.InstanceId;
        options.Pacing.Now = () => sandbox.Clock.UtcNow;
        connection = ConnectionFactory.Create(options);
    }

    public int Requests => sandbox.Requests.Count;

    public IReadOnlyList<TimeSpan> Waits => time.Waits;

    public void Break(SandboxFault fault) => sandbox.Apply(new SandboxControl { Faults = [fault] });

    public void Break(WireFault fault) => wire.Break("GET", fault);

    public Task<string?> ReadAsync() => read.ReadAsync(connection, new CallContext(new CallLog(), TestContext.Current.CancellationToken));

    public void Dispose()
    {
        ConnectionFactory.Close(connection);
        sandbox.Dispose();
    }
}
