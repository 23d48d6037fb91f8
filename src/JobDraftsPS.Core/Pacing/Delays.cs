namespace JobDraftsPS.Core.Pacing;

/// <summary>Waiting by a given clock, on both target frameworks.</summary>
internal static class Delays
{
#if NET8_0_OR_GREATER
    public static Task For(TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait, time, cancellationToken);
#else
    public static Task For(TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) => time.Delay(wait, cancellationToken);
#endif
}
