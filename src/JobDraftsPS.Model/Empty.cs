using System.Collections.ObjectModel;

namespace JobDraftsPS;

internal static class Empty
{
    /// <summary>Shared by all records, so nobody may add to it.</summary>
    public static readonly IReadOnlyDictionary<string, object?> Data = new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>(0));
}
