namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>A field of a draft: its patch key, its type, and the words in which the service asks for it.</summary>
internal sealed record DraftField(string Key, DraftFieldKind Kind, string Label)
{
    public string Prompt { get; init; } = $"What should '{Label}' say?";

    /// <summary>An example, always as text.</summary>
    public string? Example { get; init; }

    public string? Hint { get; init; }

    public IReadOnlyList<string>? EnumValues { get; init; }

    /// <summary>The type's name in a work list.</summary>
    public string TypeName => Kind switch
    {
        DraftFieldKind.Enum => "enum",
        DraftFieldKind.Money or DraftFieldKind.Number or DraftFieldKind.Count => "number",
        DraftFieldKind.TextList => "string[]",
        _ => "string",
    };
}
