using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>One method of a path; only one that sends JSON minds the Accept header.</summary>
internal sealed record TextKingOperation(Func<TextKingCall, SandboxResponse> Answer, bool SendsJson);
