namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>What a page says of a parameter.</summary>
/// <param name="Name">The name without the dash.</param>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Text">What it is for.</param>
internal sealed record PageParameter(string Name, int Line, IReadOnlyList<Paragraph> Text);
