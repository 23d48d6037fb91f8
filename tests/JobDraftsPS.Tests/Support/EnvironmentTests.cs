namespace JobDraftsPS.Tests.Support;

/// <summary>Tests of what the environment says: it belongs to the whole process, so they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTests
{
    public const string Name = "Environment";
}
