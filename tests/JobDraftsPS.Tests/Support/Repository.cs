namespace JobDraftsPS.Tests.Support;

/// <summary>Where the module under test lies: the repository's root, or the folder that a test run names.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Manifest => Path.Combine(Root, "JobDraftsPS.psd1");

    public static string Lib => Path.Combine(Root, "lib");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "JobDraftsPS.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
