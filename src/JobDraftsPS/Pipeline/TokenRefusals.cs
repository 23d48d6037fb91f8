using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Pipeline;

/// <summary>Counts how often in a row a service has refused the token: one that is wrong for ten rows is wrong for the next five thousand.</summary>
internal sealed class TokenRefusals
{
    private const int Enough = 10;
    private const int Unauthorized = 401;
    private readonly Dictionary<JobService, int> inARow = [];

    /// <summary>Takes what a call brought; a call that never left tells nothing of the token.</summary>
    /// <param name="service">The service; null where there was no call.</param>
    /// <param name="error">How it failed; null where it did not.</param>
    public void Note(JobService? service, JobDraftsApiException? error)
    {
        if (service is { } called && error?.StatusCode != 0)
        {
            inARow[called] = error?.StatusCode == Unauthorized ? InARow(called) + 1 : 0;
        }
    }

    /// <summary>Keeps a call here whose token has been refused too often.</summary>
    /// <exception cref="JobDraftsApiException">It has; nothing was sent.</exception>
    public void Require(JobService service)
    {
        if (InARow(service) >= Enough)
        {
            throw LocalErrors.TokenRefused(service, Enough);
        }
    }

    private int InARow(JobService service) => inARow.TryGetValue(service, out var count) ? count : 0;
}
