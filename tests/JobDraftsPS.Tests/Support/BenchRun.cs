namespace JobDraftsPS.Tests.Support;

/// <summary>What a script wrote and what it sent.</summary>
internal sealed record BenchRun(RunResult Result, IReadOnlyList<RecordedCall> Calls)
{
    public IReadOnlyList<RecordedCall> Writes => [.. Calls.Where(call => call.Method != "GET")];

    /// <summary>The body of the one write; fails when there was another number of them, or an error.</summary>
    public string Body
    {
        get
        {
            Assert.Empty(Result.AllErrors);
            return Assert.Single(Writes).Body;
        }
    }

    /// <summary>The body of the write to a job, whatever the order of arrival.</summary>
    public string BodyFor(string jobId) => Assert.Single(Writes, call => call.Path.EndsWith("/" + jobId, StringComparison.Ordinal)).Body;
}
