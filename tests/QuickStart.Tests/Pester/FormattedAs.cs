namespace JobDraftsPS.QuickStart.Tests;

/// <summary>What Format-List or Format-Table hand on: an object, and the kind of view to show it by.</summary>
internal sealed record FormattedAs(object Record, string Control);
