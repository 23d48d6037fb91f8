namespace JobDraftsPS.Tests.Support;

/// <summary>One request as it arrived.</summary>
internal sealed record RecordedCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
