[assembly: AssemblyFixture(typeof(JobDraftsPS.Tests.Support.OwnState))]

namespace JobDraftsPS.Tests.Support;

/// <summary>What the module remembers between processes goes into a folder of this run alone: yesterday's quotas are not today's.</summary>
public sealed class OwnState : IDisposable
{
    private const string Variable = "JOBDRAFTS_STATE_PATH";
    private readonly string? before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-state-");

    public OwnState() => Environment.SetEnvironmentVariable(Variable, folder.FullName);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, before);
        folder.Delete(recursive: true);
    }
}
