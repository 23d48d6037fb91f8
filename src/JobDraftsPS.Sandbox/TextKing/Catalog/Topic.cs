namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>A subject area; <paramref name="Surcharge"/> is added to the price of each word.</summary>
internal sealed record Topic(Guid Id, string English, string German, decimal Surcharge = 0m)
{
    /// <summary>The name in <c>de</c>, else in English.</summary>
    public string NameIn(string language) => language == "de" ? German : English;
}
