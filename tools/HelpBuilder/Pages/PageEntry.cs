namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>A type that goes in or comes out.</summary>
internal sealed record PageEntry(string Name, IReadOnlyList<Paragraph> Text);
