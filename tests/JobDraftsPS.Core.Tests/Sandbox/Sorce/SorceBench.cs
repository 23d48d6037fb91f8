using System.Text;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>A Sorce service with its controls in reach and a clock that stands still until it is moved.</summary>
internal sealed class SorceBench
{
    public const string CompleteJob = """
        {"title":"Crane operator","description":"Harbour crane.","remoteOption":"HYBRID","locations":[{"locationId":61007}],
         "jobType":"FULL_TIME","jobLevel":"MID","salaryMin":60000,"salaryMax":70000,"salaryPeriod":"ANNUAL",
         "bidPerQualifiedApplicantCents":1200,"qualifications":[{"text":"Licence","kind":"REQUIRED","order":0}]}
        """;

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 15, 0, TimeSpan.Zero);

    public SorceBench(SorceAssumptions? assumptions = null)
    {
        Clock = new SandboxClock(() => Start);
        Service = new SorceService(
            Clock,
            new SorceControls
            {
                RateLimit = () => RateLimit,
                RateWindow = () => RateWindow,
                TermsAccepted = _ => TermsAccepted,
                CardOnFile = _ => CardOnFile,
            },
            assumptions);
    }

    public SandboxClock Clock { get; }

    public SorceService Service { get; }

    /// <summary>No limit, unless a test is about it.</summary>
    public int RateLimit { get; set; }

    public TimeSpan RateWindow { get; set; } = TimeSpan.FromMinutes(1);

    public bool TermsAccepted { get; set; } = true;

    public bool CardOnFile { get; set; } = true;

    public SorceAnswer Get(string target) => Send("GET", target);

    public SorceAnswer Post(string target, string? body = null) => Send("POST", target, body);

    public SorceAnswer Patch(string jobId, string body) => Send("PATCH", $"/jobs/{jobId}", body);

    /// <summary>Creates a job and returns its id.</summary>
    public string Create(string body) => Post("/jobs", body).Expect(201)["id"].GetString()!;

    /// <summary>Creates and publishes a complete job and returns its id.</summary>
    public string Publish()
    {
        var id = Create(CompleteJob);
        Post($"/jobs/{id}/publish").Expect(200);
        return id;
    }

    public SorceAnswer Send(
        string method,
        string target,
        string? body = null,
        string? authorization = "Bearer " + SorceService.DefaultKey,
        string? contentType = "application/json") =>
        Send(method, target, body is null ? null : Encoding.UTF8.GetBytes(body), authorization, contentType);

    public SorceAnswer Send(string method, string target, byte[]? body, string? authorization, string? contentType)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        if (body is not null && contentType is not null)
        {
            headers["Content-Type"] = contentType;
        }

        var parts = target.Split('?', 2);
        var query = parts.Length < 2
            ? []
            : parts[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])).ToArray();
        return new SorceAnswer(Service.Handle(new SandboxRequest(method, parts[0], query, headers, body ?? [], "http://localhost")));
    }
}
