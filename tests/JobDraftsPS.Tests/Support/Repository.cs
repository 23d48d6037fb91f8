namespace JobDraftsPS.Tests.Support;

/// <summary>The checkout, and the module under test: the one that the build staged there, or the unpacked package that a test run names.</summary>
internal static class Repository
{
    /// <summary>The checkout: sources, pages, samples.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the module under test. <c>JOBDRAFTS_MODULE_PATH</c> names another than the checkout.</summary>
    public static string Module { get; } = Environment.GetEnvironmentVariable("JOBDRAFTS_MODULE_PATH") is { Length: > 0 } named ? Path.GetFullPath(named) : Root;

    public static string Manifest => Path.Combine(Module, "JobDraftsPS.psd1");

    public static string Lib => Path.Combine(Module, "lib");

    public static string Help => Path.Combine(Module, "en-US");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "JobDraftsPS.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
