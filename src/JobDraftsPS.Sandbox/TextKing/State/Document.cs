using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A file as it was uploaded or delivered; <paramref name="ContentType"/> keeps its parameters.</summary>
internal sealed record Document(string Name, string ContentType, SandboxBody Content, DateTimeOffset LastModified)
{
    public int Words { get; init; }

    /// <summary>From when on the words are known.</summary>
    public DateTimeOffset CountedAt { get; init; } = LastModified;
}
