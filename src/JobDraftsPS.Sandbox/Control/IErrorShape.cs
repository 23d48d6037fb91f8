using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>A service that words injected errors in its own error shape.</summary>
internal interface IErrorShape
{
    /// <summary>An error as the service itself would word it.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="message">The text for people.</param>
    /// <param name="retryAfterSeconds">The wait to name in the body, or null.</param>
    SandboxResponse Error(int status, string message, int? retryAfterSeconds);
}
