namespace JobDraftsPS.Tests.Support;

/// <summary>How a process of the engine ended: its exit code, a line an output object, and everything on standard error.</summary>
internal sealed record EngineResult(int ExitCode, IReadOnlyList<string> Output, string Error);
