namespace JobDraftsPS.Core.OpenTrain;

/// <summary>What OpenTrain's documentation leaves open and this module takes for granted. Each is corrected here and nowhere else.</summary>
public sealed class OpenTrainAssumptions
{
    /// <summary>The assumptions in force.</summary>
    public static OpenTrainAssumptions Current { get; } = new();

    /// <summary>Longest text that a draft is made from, in characters; documented.</summary>
    public int MaxDescriptionLength { get; init; } = 60_000;

    /// <summary>Longest external id and idempotency key, in characters; no length is documented.</summary>
    public int MaxKeyLength { get; init; } = 255;

    /// <summary>Longest job id, in characters; documented for reads, taken for writes too.</summary>
    public int MaxJobIdLength { get; init; } = 64;

    /// <summary>Smallest number of people to hire; the documentation says only "number".</summary>
    public int MinHeadcount { get; init; } = 1;

    /// <summary>Hours after which a publication no longer counts, where a refusal does not say.</summary>
    public int PublishWindowHours { get; init; } = 24;
}
