namespace JobDraftsPS.Core.TextKing;

/// <summary>What TEXTKING's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else.</summary>
public sealed class TextKingAssumptions
{
    /// <summary>The assumptions in force.</summary>
    public static TextKingAssumptions Current { get; } = new();

    /// <summary>Service levels that are offered; another client also knows <c>basic</c>, which no page offers.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = ["translation", "translation-and-correction"];

    /// <summary>Entries asked for per page, the most that is allowed.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Characters of an error's message that are shown: no form of it is documented, so it may be anything.</summary>
    public int MaxMessageLength { get; init; } = 500;

    /// <summary>The state in which a project and its jobs can be edited.</summary>
    public string EditableState { get; init; } = "prepared";
}
