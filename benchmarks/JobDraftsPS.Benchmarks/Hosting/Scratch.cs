namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>
/// A folder for everything that a run writes. The module's own state goes there too, in this process and its children, so that a
/// benchmark neither reads nor leaves what the user's sessions know.
/// </summary>
internal sealed class Scratch : IDisposable
{
    private static string? root;

    private Scratch()
    {
    }

    public static Scratch Use()
    {
        root = Directory.CreateTempSubdirectory("jobdrafts-benchmark-").FullName;
        Environment.SetEnvironmentVariable("JOBDRAFTS_STATE_PATH", Path.Combine(root, "state"));
        return new Scratch();
    }

    /// <summary>A new folder.</summary>
    public static string Folder() => Directory.CreateDirectory(Path.Combine(root!, Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(root!, recursive: true);
}
