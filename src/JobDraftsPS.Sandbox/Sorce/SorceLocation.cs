namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>A canonical place; <paramref name="LocationId"/> is what a job refers to.</summary>
internal sealed record SorceLocation(long LocationId, string City, string StateProvince, string Country)
{
    public string DisplayName { get; } = $"{City}, {StateProvince}, {Country}";
}
