namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The two questions about text that validation and gates share.</summary>
internal static class SorceText
{
    public static bool IsEmpty(string? text, SorceAssumptions assumptions) =>
        assumptions.BlanksCountAsEmpty ? string.IsNullOrWhiteSpace(text) : string.IsNullOrEmpty(text);

    public static string List(IReadOnlyList<string> values) => string.Join(", ", values);
}
