using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain.Description;

/// <summary>A call that the service answers: how it is reached, how it is answered, and how it describes itself.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below the service's base; one segment at most is in braces.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Answer">Answers it; the text is what stands where the braces are, or empty.</param>
internal sealed record OpenTrainRoute(string Method, string Template, string Summary, Func<SandboxRequest, string, SandboxResponse> Answer)
{
    private readonly string[] segments = Template.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The scope that a token must have; null where any valid one will do.</summary>
    public string? Scope { get; init; }

    /// <summary>The account's feature that must be on.</summary>
    public string? Feature { get; init; }

    /// <summary>True where no token is asked for.</summary>
    public bool IsOpen { get; init; }

    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>The schema of the body; null for a call without one.</summary>
    public string? Body { get; init; }

    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The schema of the answer.</summary>
    public string Reply { get; init; } = OpenApiSchemas.Anything;

    /// <summary>The statuses of refusal.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];

    /// <summary>The name in the template's braces; null when there are none.</summary>
    public string? Name => segments.Where(IsName).Select(segment => segment.Trim('{', '}')).FirstOrDefault();

    /// <summary>Whether a request is this call, and what stands where the braces are.</summary>
    public bool Matches(SandboxRequest request, out string value)
    {
        value = string.Empty;
        if (request.Method != Method || request.Segments.Count != segments.Length)
        {
            return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            if (IsName(segments[i]))
            {
                value = request.Segments[i];
            }
            else if (segments[i] != request.Segments[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string segment) => segment[0] == '{';
}
