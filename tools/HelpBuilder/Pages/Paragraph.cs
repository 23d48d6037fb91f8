namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>One paragraph of plain text. That of a code block keeps its lines.</summary>
internal sealed record Paragraph(string Text, bool IsCode = false);
