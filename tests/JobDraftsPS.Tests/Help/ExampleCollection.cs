namespace JobDraftsPS.Tests.Help;

/// <summary>Examples stop all sandboxes of the process and set environment variables, so nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ExampleCollection : ICollectionFixture<ExampleCount>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Examples of the help";
}
