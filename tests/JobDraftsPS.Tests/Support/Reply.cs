namespace JobDraftsPS.Tests.Support;

/// <summary>What a recording server answers.</summary>
internal sealed record Reply(int Status, string Body, string ContentType = "application/json")
{
    public Dictionary<string, string> Headers { get; init; } = [];
}
