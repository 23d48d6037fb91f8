namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>A related topic. <see cref="Address"/> is a page beside this one, or an address on the web.</summary>
internal sealed record PageLink(string Text, string Address);
