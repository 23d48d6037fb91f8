using System.Globalization;

namespace JobDraftsPS.Core.Http;

/// <summary>Reads how long a service asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>The header, in seconds or as a date; null when there is none.</summary>
    public static TimeSpan? FromHeader(ApiResponse response)
    {
        var text = response.Header("Retry-After")?.Trim();
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Seconds(seconds);
        }

        // The service's own clock, where it tells it, makes a wrong clock here harmless.
        return HttpDate.Read(text) is { } until ? NotBelowZero(until - (HttpDate.Read(response.Header("Date")) ?? DateTimeOffset.UtcNow)) : null;
    }

    public static TimeSpan Seconds(decimal seconds) => TimeSpan.FromSeconds((double)Math.Min(Math.Max(seconds, 0), 400L * 24 * 3600));

    private static TimeSpan NotBelowZero(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
