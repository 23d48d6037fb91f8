namespace JobDraftsPS;

internal static class Empty
{
    public static readonly IReadOnlyDictionary<string, object?> Data = new Dictionary<string, object?>(0);
}
