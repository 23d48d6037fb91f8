namespace JobDraftsPS.Sandbox.Http;

/// <summary>An answer and how its bytes go out.</summary>
internal sealed record WireAnswer(SandboxResponse Response, WireManner Manner = WireManner.Whole);
