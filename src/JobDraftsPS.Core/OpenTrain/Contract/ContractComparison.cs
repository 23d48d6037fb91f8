using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.OpenTrain.Contract;

/// <summary>What a comparison found, and how much it compared.</summary>
public sealed class ContractComparison
{
    private ContractComparison(IReadOnlyList<ContractDifference> differences, int calls, int points)
    {
        Differences = differences;
        Calls = calls;
        Points = points;
    }

    /// <summary>Compares a description with what is taken for granted.</summary>
    /// <param name="text">The description, as JSON text.</param>
    /// <param name="baseUri">The API's base.</param>
    /// <exception cref="JobDraftsApiException">It is no description, or one that cannot be followed.</exception>
    public static ContractComparison Of(string text, Uri baseUri)
    {
        try
        {
            var comparer = new ContractComparer(ServedContract.Read(text, baseUri));
            var expected = ExpectedCalls.All();
            foreach (var call in expected)
            {
                comparer.Compare(call);
            }

            return new ContractComparison(comparer.Differences, expected.Count, comparer.Points);
        }
        catch (Exception error) when (error is not (JobDraftsApiException or OutOfMemoryException))
        {
            // The reader has an exception of its own for each way to be wrong, some of them only when a reference is followed.
            throw LocalErrors.NoContract(baseUri, error.Message);
        }
    }

    /// <summary>The differences, call by call.</summary>
    public IReadOnlyList<ContractDifference> Differences { get; }

    /// <summary>How many calls were compared.</summary>
    public int Calls { get; }

    /// <summary>How many single points were compared: paths, parameters, keys, types, values, statuses, members.</summary>
    public int Points { get; }
}
