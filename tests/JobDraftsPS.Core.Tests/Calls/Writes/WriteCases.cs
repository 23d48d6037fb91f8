namespace JobDraftsPS.Core.Tests.Calls.Writes;

/// <summary>Every write that exists.</summary>
internal static class WriteCases
{
    public static IReadOnlyList<WriteCase> All { get; } = [.. OpenTrainWrites.All, .. TextKingWrites.All, .. SorceWrites.All];

    public static WriteCase Of(string name) => All.Single(write => write.Name == name);
}
