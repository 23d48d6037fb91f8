namespace JobDraftsPS.Core.Plans;

/// <summary>What makes a service take two creates for one.</summary>
/// <param name="Key">The same for both.</param>
/// <param name="Column">The column that is the same.</param>
/// <param name="Why">What the service does with the second, and what to do instead.</param>
internal sealed record PlanTwin(string Key, string Column, string Why);
