using System.Management.Automation.Host;
using System.Net;
using System.Security;

namespace JobDraftsPS.Tests.Support;

/// <summary>A session whose three services are one recording server that takes every edit.</summary>
public sealed class Bench : IDisposable
{
    private readonly RecordingServer server;
    private int seen;

    public Bench()
        : this(StubServices.Answer)
    {
    }

    internal Bench(Func<RecordedCall, Task<Reply>> answer, PSHost? host = null)
    {
        server = new RecordingServer(answer);
        Session = new Session(host);
        foreach (var (service, path) in new[] { ("OpenTrain", StubServices.OpenTrainPath), ("TextKing", StubServices.TextKingPath), ("Sorce", StubServices.SorcePath) })
        {
            Session.Run("Connect-JobDraftService $service -BaseUri $address -Token $token", ("service", service), ("address", server.Origin + path), ("token", Secret("stub-token-of-" + service)));
        }
    }

    internal Session Session { get; }

    /// <summary>Scheme, host and port of the server.</summary>
    internal string Origin => server.Origin;

    internal IReadOnlyList<RecordedCall> Calls => server.Calls;

    internal static SecureString Secret(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>Runs a script and returns its streams with the calls that it made.</summary>
    internal BenchRun Run(string script, params (string Name, object? Value)[] variables)
    {
        var result = Session.Run(script, variables);
        var calls = server.Calls.Skip(seen).ToArray();
        seen += calls.Length;
        return new BenchRun(result, calls);
    }

    public void Dispose()
    {
        Session.Dispose();
        server.Dispose();
    }
}
