namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>What a comparison found, and how much it compared.</summary>
public sealed class ContractComparison
{
    internal ContractComparison(IReadOnlyList<ContractDifference> differences, int calls, int points)
    {
        Differences = differences;
        Calls = calls;
        Points = points;
    }

    /// <summary>The differences, call by call.</summary>
    public IReadOnlyList<ContractDifference> Differences { get; }

    /// <summary>How many calls were compared.</summary>
    public int Calls { get; }

    /// <summary>How many single points were compared: paths, parameters, keys, types, values, statuses, members.</summary>
    public int Points { get; }
}
