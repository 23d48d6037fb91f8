namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>A live partner key: the one company it opens, and its rate. A revoked key has none, it is unknown like any other text.</summary>
internal sealed class SorceKey(SorceCompany company)
{
    public SorceCompany Company { get; } = company;

    public SorceRateWindow Rate { get; } = new();
}
