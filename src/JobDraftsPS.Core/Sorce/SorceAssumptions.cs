namespace JobDraftsPS.Core.Sorce;

/// <summary>What Sorce's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else.</summary>
public sealed class SorceAssumptions
{
    /// <summary>The assumptions in force.</summary>
    public static SorceAssumptions Current { get; } = new();

    /// <summary>How long to wait after a refusal for too many requests that does not say.</summary>
    public TimeSpan DefaultRetryAfter { get; init; } = TimeSpan.FromSeconds(60);
}
