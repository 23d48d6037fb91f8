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
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
        {
            var now = DateTimeOffset.TryParse(response.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.UtcNow;
            return until > now ? until - now : TimeSpan.Zero;
        }

        return null;
    }

    public static TimeSpan Seconds(decimal seconds) => TimeSpan.FromSeconds((double)Math.Min(Math.Max(seconds, 0), 400L * 24 * 3600));
}
