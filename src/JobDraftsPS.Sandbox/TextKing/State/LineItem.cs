namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>An extra service that TEXTKING's staff booked for a project; <paramref name="Value"/> is money in the account's currency.</summary>
internal sealed record LineItem(Guid Id, string Description, decimal Value);
