namespace JobDraftsPS.Core.Calls;

/// <summary>
/// Keeps retries a small part of the traffic: a service that fails everything is not also given every request four times.
/// </summary>
internal sealed class RetryBudget
{
    private const double Most = 50;
    private const double EarnedPerSuccess = 0.2;
    private readonly object gate = new();
    private double left = Most;

    /// <summary>Takes one retry out; false when none is left.</summary>
    public bool TrySpend()
    {
        lock (gate)
        {
            if (left < 1)
            {
                return false;
            }

            left--;
            return true;
        }
    }

    public void Earn()
    {
        lock (gate)
        {
            left = Math.Min(Most, left + EarnedPerSuccess);
        }
    }
}
