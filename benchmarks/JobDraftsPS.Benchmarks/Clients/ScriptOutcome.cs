namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>What a script gave.</summary>
/// <param name="Outputs">Records written.</param>
/// <param name="Errors">Errors written.</param>
/// <param name="FirstError">The first of them.</param>
/// <param name="Milliseconds">How long it ran.</param>
internal sealed record ScriptOutcome(int Outputs, int Errors, string? FirstError, long Milliseconds);
