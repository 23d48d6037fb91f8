using System.Reflection;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>
/// The three clients against one server that answers what the test says. Retries are used up from the start: what one attempt brings is
/// looked at here, and nothing waits.
/// </summary>
internal sealed class ServiceBench : IDisposable
{
    public const string Token = "tok_bench/0123456789+abc=";

    private readonly WireServer server;
    private readonly TimeSpan timeout;
    private readonly Dictionary<JobService, JobDraftConnection> connections = [];

    public ServiceBench(Func<WireRequest, WireReply> answer, TimeSpan? timeout = null)
    {
        server = new WireServer(answer);
        this.timeout = timeout ?? TimeSpan.FromSeconds(30);
    }

    public IReadOnlyList<WireRequest> Requests => server.Requests;

    public CallLog Log { get; } = new();

    public CallContext Context => new(Log, TestContext.Current.CancellationToken);

    public OpenTrainClient OpenTrain => new(OpenTrainConnection);

    public TextKingClient TextKing => new(TextKingConnection);

    public SorceClient Sorce => new(SorceConnection);

    public JobDraftConnection TextKingConnection => Connect(JobService.TextKing, "/v1");

    public JobDraftConnection OpenTrainConnection => Connect(JobService.OpenTrain, "/api/public/v1");

    public JobDraftConnection SorceConnection => Connect(JobService.Sorce, "/api/external/v1");

    public static ServiceBench Answering(int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(_ => WireReply.Of(status, body, contentType, headers));

    /// <summary>Everything that the calls had to say, in order.</summary>
    public IReadOnlyList<CallLogEntry> Said()
    {
        var entries = new List<CallLogEntry>();
        while (Log.TryTake(out var entry))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public void Dispose()
    {
        foreach (var connection in connections.Values)
        {
            ConnectionFactory.Close(connection);
        }

        server.Dispose();
    }

    private JobDraftConnection Connect(JobService service, string path)
    {
        if (!connections.TryGetValue(service, out var connection))
        {
            connection = ConnectionFactory.Create(new ConnectionOptions(service) { Token = Token, BaseUri = new Uri(server.Origin + path), Timeout = timeout });
            connections.Add(service, connection);
            SpendRetries(ServiceSession.Of(connection));
            SpendRetries(ServiceSession.Of(connection).Open);
        }

        return connection;
    }

    private static void SpendRetries(ServiceSession session)
    {
        var budget = (RetryBudget)Part(Part(session, typeof(CallRunner)), typeof(RetryBudget));
        while (budget.TrySpend())
        {
        }
    }

    private static object Part(object owner, Type type) =>
        owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Single(field => field.FieldType == type).GetValue(owner)!;
}
