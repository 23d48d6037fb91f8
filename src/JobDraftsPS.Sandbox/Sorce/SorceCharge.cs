namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What one application cost, and when.</summary>
internal sealed record SorceCharge(DateTimeOffset At, long Cents);
