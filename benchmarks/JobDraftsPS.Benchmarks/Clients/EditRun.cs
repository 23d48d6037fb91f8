namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>What a number of edits took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of the client's processor time.</param>
internal sealed record EditRun(double Seconds, double ProcessorSeconds);
