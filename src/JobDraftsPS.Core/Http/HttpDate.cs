using System.Globalization;

namespace JobDraftsPS.Core.Http;

/// <summary>Reads a date header whose weekday may be wrong, which the platform takes for no date at all.</summary>
internal static class HttpDate
{
    public static DateTimeOffset? Read(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var date = header.Substring(header.IndexOf(',') + 1).Trim();
        return DateTimeOffset.TryParseExact(date, ["d MMM yyyy HH:mm:ss 'GMT'", "d-MMM-yy HH:mm:ss 'GMT'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var found) ? found : null;
    }
}
