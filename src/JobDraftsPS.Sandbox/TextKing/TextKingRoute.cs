using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>A path and what its methods do. A segment in braces is a name; one that ends in <c>Id</c> must be a UUID.</summary>
internal sealed class TextKingRoute(string template, bool isPublic = false)
{
    private readonly string[] segments = template.Split(['/']);

    /// <summary>Whether the path is read without a token.</summary>
    public bool IsPublic { get; } = isPublic;

    /// <summary>The operations by method.</summary>
    public Dictionary<string, TextKingOperation> Operations { get; } = new(StringComparer.Ordinal);

    public TextKingRoute Get(Func<TextKingCall, SandboxResponse> answer) => Add("GET", answer, sendsJson: true);

    public TextKingRoute Post(Func<TextKingCall, SandboxResponse> answer) => Add("POST", answer, sendsJson: true);

    public TextKingRoute Put(Func<TextKingCall, SandboxResponse> answer) => Add("PUT", answer, sendsJson: true);

    public TextKingRoute Delete(Func<TextKingCall, SandboxResponse> answer) => Add("DELETE", answer, sendsJson: true);

    /// <summary>A GET whose answer is a file: any Accept will do.</summary>
    public TextKingRoute Download(Func<TextKingCall, SandboxResponse> answer) => Add("GET", answer, sendsJson: false);

    /// <summary>A POST whose answer is empty: any Accept will do.</summary>
    public TextKingRoute Upload(Func<TextKingCall, SandboxResponse> answer) => Add("POST", answer, sendsJson: false);

    /// <summary>The names in a path that fits, or null when it does not fit.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != segments.Length)
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i][0] == '{')
            {
                names[segments[i].Trim('{', '}')] = path[i];
            }
            else if (segments[i] != path[i])
            {
                return null;
            }
        }

        return names;
    }

    private TextKingRoute Add(string method, Func<TextKingCall, SandboxResponse> answer, bool sendsJson)
    {
        Operations.Add(method, new TextKingOperation(answer, sendsJson));
        return this;
    }
}
