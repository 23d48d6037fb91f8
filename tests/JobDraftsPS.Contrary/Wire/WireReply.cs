using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Wire;

/// <summary>An answer in bytes, before it is framed.</summary>
internal sealed record WireReply(int Status, byte[] Body, string? ContentType)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What becomes of it on its way.</summary>
    public Loss Loss { get; init; }
}
