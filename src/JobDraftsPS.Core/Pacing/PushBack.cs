using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Pacing;

/// <summary>Reads how long a 429 holds where a call has no way of its own to read it: some services say it in the header or in details, some say nothing.</summary>
internal static class PushBack
{
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(60);

    /// <summary>The wait and, where the service names it, the limit.</summary>
    public static (TimeSpan Wait, int? Limit) Read(JobService service, ApiResponse response, int before)
    {
        var said = RetryAfter.FromHeader(response) ?? (service == JobService.OpenTrain ? OpenTrainErrors.WindowOf(response) : null);
        return (said ?? Guess(before), service == JobService.OpenTrain ? OpenTrainErrors.LimitOf(response) : null);
    }

    private static TimeSpan Guess(int before) =>
        TimeSpan.FromSeconds(Math.Min(LongestGuess.TotalSeconds, FirstGuess.TotalSeconds * Math.Pow(2, before)));
}
