namespace JobDraftsPS.Core.Calls;

/// <summary>What a write brings that leaves nothing behind to show, such as a deletion.</summary>
public sealed class NoRecord
{
    private NoRecord()
    {
    }

    internal static NoRecord Instance { get; } = new();
}
