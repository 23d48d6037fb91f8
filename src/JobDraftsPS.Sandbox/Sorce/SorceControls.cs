namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>What the sandbox's owner can turn while Sorce runs; read anew with every call.</summary>
/// <remarks>The functions are called from many threads and must not call back into the service.</remarks>
internal sealed class SorceControls
{
    /// <summary>How many calls a key may make in one window; below 1 there is no limit.</summary>
    public Func<int> RateLimit { get; init; } = () => 60;

    /// <summary>How long the sliding window is.</summary>
    public Func<TimeSpan> RateWindow { get; init; } = () => TimeSpan.FromMinutes(1);

    /// <summary>Whether the company of this id has accepted the current employer terms.</summary>
    public Func<string, bool> TermsAccepted { get; init; } = _ => true;

    /// <summary>Whether the company of this id has a card on file.</summary>
    public Func<string, bool> CardOnFile { get; init; } = _ => true;
}
