namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A wish to be told when a job enters a state; immutable, an edit puts another in its place.</summary>
internal sealed record Callback(Guid Id, string Url, string TriggerState, string? ExtraData);
