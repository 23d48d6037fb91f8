using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>One request after routing: who asks, what the path names, and when.</summary>
internal sealed class TextKingCall(
    SandboxRequest request,
    Customer? customer,
    IReadOnlyDictionary<string, string> names,
    ResourceUris uris,
    Resources resources,
    DateTimeOffset now)
{
    public SandboxRequest Request { get; } = request;

    /// <summary>The customer; never asked for on a public path.</summary>
    public Customer Customer => customer ?? throw new InvalidOperationException("A public path has no customer.");

    public ResourceUris Uris { get; } = uris;

    /// <summary>Makes the JSON of resources.</summary>
    public Resources Resources { get; } = resources;

    /// <summary>The moment of the request by the sandbox's clock.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>A text that the path names.</summary>
    public string Name(string parameter) => names[parameter];

    /// <summary>An id that the path names; its form was checked before.</summary>
    public Guid Id(string parameter) => Guid.ParseExact(names[parameter], "D");

    /// <summary>The project that the path names.</summary>
    /// <exception cref="TextKingRefusal">404.</exception>
    public Project Project(TextKingState state) => state.Project(Customer, Id("projectId"));

    /// <summary>The job that the path names.</summary>
    /// <exception cref="TextKingRefusal">404.</exception>
    public Job Job(TextKingState state) => state.Job(Customer, Id("projectId"), Id("jobId"));
}
