namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>An example: what one types, and what it does.</summary>
internal sealed record PageExample(string Title, string Code, IReadOnlyList<Paragraph> Remarks);
