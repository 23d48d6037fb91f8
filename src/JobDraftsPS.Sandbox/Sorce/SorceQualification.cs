namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>A screening criterion.</summary>
internal sealed record SorceQualification(string Id, string Text, string Kind, long Order);
