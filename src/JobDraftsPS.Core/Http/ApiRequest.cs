using JobDraftsPS.Core.Http.Transfers;

namespace JobDraftsPS.Core.Http;

/// <summary>One call as it is meant, before it becomes a request on the wire. Never changes once made, so that every attempt is the same.</summary>
internal sealed class ApiRequest
{
    /// <param name="route">The call.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="values">The values for the names in braces, in their order.</param>
    public ApiRequest(ApiRoute route, string purpose, params string[] values)
        : this(route.Method, route.Template, purpose, values)
    {
    }

    /// <param name="method">The HTTP method, upper case.</param>
    /// <param name="template">The path with names in braces; the only form that is ever logged.</param>
    /// <param name="purpose">What the call is for, as it reads after "refused": <c>the update of draft 'x'</c>.</param>
    /// <param name="values">The values for the names in braces, in their order.</param>
    public ApiRequest(string method, string template, string purpose, params string[] values)
    {
        Method = method;
        Template = template;
        Purpose = purpose;
        Path = Fill(template, values);
        JobId = ValueOf("{jobId}", template, values);
    }

    private ApiRequest(ApiRequest other)
    {
        Method = other.Method;
        Template = other.Template;
        Purpose = other.Purpose;
        Path = other.Path;
        JobId = other.JobId;
        Query = other.Query;
        Json = other.Json;
        Form = other.Form;
        Body = other.Body;
        Sink = other.Sink;
        OnlyAsks = other.OnlyAsks;
        Language = other.Language;
        NeedsToken = other.NeedsToken;
    }

    public string Method { get; }

    public string Template { get; }

    public string Purpose { get; }

    /// <summary>The path below the service's base with every value percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The job that the path names; null for a call of none.</summary>
    public string? JobId { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The JSON body; null when the call has none.</summary>
    public string? Json { get; init; }

    /// <summary>The body of a form; null when the call sends none.</summary>
    public string? Form { get; init; }

    /// <summary>A file as the body; null when the call sends none.</summary>
    public StreamedBody? Body { get; init; }

    /// <summary>Where the body of the answer goes; null to read it here.</summary>
    public IBodySink? Sink { get; init; }

    /// <summary>The language that names are wanted in; null for a call without names.</summary>
    public string? Language { get; init; }

    /// <summary>False for the calls that the service answers without a token.</summary>
    public bool NeedsToken { get; init; } = true;

    /// <summary>True for a call that only asks although its method is one that changes things.</summary>
    public bool OnlyAsks { get; init; }

    public bool IsWrite => Method is not ("GET" or "HEAD") && !OnlyAsks;

    /// <summary>Whether a file travels with it, so that it may take long.</summary>
    public bool IsTransfer => Body is not null || Sink is not null;

    /// <summary>The same call with another query.</summary>
    public ApiRequest WithQuery(IReadOnlyList<KeyValuePair<string, string>> query) => new(this) { Query = query };

    private static string Fill(string template, string[] values)
    {
        var parts = template.Split('/');
        var next = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].StartsWith("{", StringComparison.Ordinal))
            {
                parts[i] = Segment(values[next++]);
            }
        }

        return string.Join("/", parts);
    }

    private static string? ValueOf(string name, string template, string[] values)
    {
        var place = Array.IndexOf(Array.FindAll(template.Split('/'), part => part.StartsWith("{", StringComparison.Ordinal)), name);
        return place < 0 ? null : values[place];
    }

    private static string Segment(string value) => value is "" or "." or ".."
        // Such a segment would be folded into the path and reach another resource.
        ? throw new JobDraftsApiException("JobDrafts.BadValue", $"'{value}' cannot be an id. Nothing was sent.")
        {
            Kind = FailureKind.Local,
            Outcome = CallOutcome.NotSent,
            RecommendedAction = "Correct the value and run the row again.",
        }
        : Uri.EscapeDataString(value);
}
