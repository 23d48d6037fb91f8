namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>An account: who owns it and which features are on.</summary>
internal sealed record OpenTrainAccount(string Id, string UserId)
{
    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string CompanyName { get; init; } = "Sandbox company";

    /// <summary>Whether a person has taken the account over; until then it may publish three jobs a day.</summary>
    public bool Claimed { get; init; } = true;

    public bool Drafting { get; init; } = true;

    public bool Publishing { get; init; } = true;
}
