namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What only the dashboard can change about a company and publishing depends on.</summary>
internal sealed record SorceStanding(bool TermsAccepted, bool CardOnFile);
