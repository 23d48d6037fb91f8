namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>A cap on one window's spend, in cents.</summary>
internal sealed record SorceBudget(string Window, long BudgetCents, string? Notes);
