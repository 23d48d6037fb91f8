namespace JobDraftsPS.Benchmarks.Reporting;

/// <summary>One promise and what was measured of it.</summary>
/// <param name="Promise">What is promised.</param>
/// <param name="Bar">The number that it must reach.</param>
/// <param name="Measured">The number that it reached, with its spread.</param>
/// <param name="IsHeld">Whether it was reached.</param>
internal sealed record Finding(string Promise, string Bar, string Measured, bool IsHeld);
