using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Core.Pacing;

/// <summary>Reads how long a 429 holds: each service says it in a place of its own, some say nothing.</summary>
internal static class PushBack
{
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(60);

    /// <summary>The wait and, where the service names it, the limit.</summary>
    public static (TimeSpan Wait, int? Limit) Read(JobService service, ApiResponse response, int before)
    {
        var said = service switch
        {
            JobService.Sorce => new SorceErrors(new SorceAssumptions()).WaitOf(response),
            JobService.OpenTrain => RetryAfter.FromHeader(response) ?? OpenTrainErrors.WindowOf(response),
            _ => RetryAfter.FromHeader(response),
        };
        return (said ?? Guess(before), service == JobService.OpenTrain ? OpenTrainErrors.LimitOf(response) : null);
    }

    private static TimeSpan Guess(int before) =>
        TimeSpan.FromSeconds(Math.Min(LongestGuess.TotalSeconds, FirstGuess.TotalSeconds * Math.Pow(2, before)));
}
