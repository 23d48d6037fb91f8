using System.Globalization;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>Time stamps as the service writes them: ISO 8601 in UTC with milliseconds and a Z.</summary>
internal static class Timestamp
{
    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
