namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>A bearer token and what it may do.</summary>
internal sealed record OpenTrainToken(string Value, OpenTrainAccount Account, string Label, IReadOnlyList<string> Scopes)
{
    public bool Revoked { get; init; }

    /// <summary>A write scope covers the read of the same resource.</summary>
    public bool Allows(string scope) =>
        Scopes.Contains(scope) || (scope.EndsWith(":read", StringComparison.Ordinal) && Scopes.Contains(scope.Replace(":read", ":write")));
}
