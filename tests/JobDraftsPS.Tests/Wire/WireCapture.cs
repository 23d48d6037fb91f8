using System.Security;
using JobDraftsPS.Tests.Shared;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Wire;

/// <summary>A session connected to all three services at one bare socket, which keeps what the cmdlets really send.</summary>
internal sealed class WireCapture : IDisposable
{
    public const string Project = "11111111-1111-4111-8111-111111111111";
    public const string Job = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Topic = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";

    private const string Capabilities = """
        {"draft":{"updateKeys":["jobTitle","experienceLevel","paymentType","pricePerLabel"],"importFormats":["text"],
         "enums":{"paymentType":["PAY_PER_LABEL","PAY_PER_HOUR"],"experienceLevel":["EXPERT","ENTRY_LEVEL"]}},"capabilities":{"draftUpdate":true},"enabled":true}
        """;

    private readonly WireServer server;
    private readonly Session session = new();

    /// <param name="answer">The answers; null for those that the documentation shows.</param>
    public WireCapture(Func<WireRequest, WireReply?>? answer = null)
    {
        server = new WireServer(request => answer?.Invoke(request) ?? Documented(request));
        Connect("OpenTrain", "ot_pat_wire_0001", "/api/public/v1");
        Connect("TextKing", "tk_wire_0002", "/v1");
        Connect("Sorce", "sk_ext_wire_0003", "/api/external/v1");
    }

    public IReadOnlyList<WireRequest> Requests => server.Requests;

    /// <summary>The requests that change something.</summary>
    public IReadOnlyList<WireRequest> Writes => [.. server.Requests.Where(request => request.Method != "GET")];

    public RunResult Run(string script, params (string Name, object? Value)[] variables) => session.Run(script, variables);

    public void Dispose()
    {
        session.Dispose();
        server.Dispose();
    }

    private static WireReply Documented(WireRequest request) => (request.Method, request.Target) switch
    {
        ("GET", "/api/public/v1/job-drafts/capabilities") => WireReply.Of(200, Capabilities),
        ("PATCH", _) => WireReply.Of(200, """{"ok":true,"jobId":"job_7f3a","status":"DRAFT","draftUrl":"https://x","validation":{"publishReady":true,"issueCount":0,"missingFieldCount":0,"missingFields":[],"issues":[]}}"""),
        ("PUT", _) => WireReply.Of(200, $$"""{"id":"{{Job}}","name":"Leaflet","source_language":"en","target_language":"fr","quality":"translation","topic":"{{Topic}}","briefing":"b","state":"new","is_active":true,"links":[]}"""),
        ("POST", _) => WireReply.Of(200, """{"id":"job_s01","jobId":"job_s01","title":"Baker","status":"ACTIVE"}"""),
        _ => WireReply.Of(404, "{}"),
    };

    private void Connect(string service, string token, string path)
    {
        var secret = new SecureString();
        token.ToList().ForEach(secret.AppendChar);
        var result = session.Run(
            "Connect-JobDraftService -Service $service -Token $token -BaseUri $address",
            ("service", service),
            ("token", secret),
            ("address", new Uri(server.Origin + path)));
        Assert.Empty(result.AllErrors);
    }
}
