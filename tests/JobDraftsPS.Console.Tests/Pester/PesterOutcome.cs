namespace JobDraftsPS.Console.Tests.Pester;

/// <summary>What came of one <c>It</c>.</summary>
/// <param name="Name">Its file and its whole name.</param>
/// <param name="Result">Passed, Failed, Skipped or Inconclusive, as Pester says.</param>
/// <param name="Why">Why it failed or was skipped; null where it passed.</param>
internal sealed record PesterOutcome(string Name, string Result, string? Why);
