namespace JobDraftsPS.Sandbox.TextKing.Catalog;

/// <summary>A language of ISO 639 (T35: two letters); <paramref name="Surcharge"/> is added to the price of each word on either side.</summary>
internal sealed record Language(string Code, string English, string German, bool IsSource = true, decimal Surcharge = 0m)
{
    /// <summary>The name in <c>de</c>, else in English.</summary>
    public string NameIn(string language) => language == "de" ? German : English;
}
