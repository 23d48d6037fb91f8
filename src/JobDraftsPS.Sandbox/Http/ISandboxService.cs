namespace JobDraftsPS.Sandbox.Http;

/// <summary>One of the three services: everything below its base path goes through <see cref="Handle"/>.</summary>
/// <remarks>Calls come from many connections at once; a service guards its own state.</remarks>
internal interface ISandboxService
{
    /// <summary>The path that the service's API base has, without a final slash, for instance <c>/api/public/v1</c>.</summary>
    string BasePath { get; }

    /// <summary>Answers one request whose <see cref="SandboxRequest.Path"/> is relative to <see cref="BasePath"/>.</summary>
    SandboxResponse Handle(SandboxRequest request);
}
