namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>Where the built module lies: the repository's root is the module.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Manifest => Path.Combine(Root, "JobDraftsPS.psd1");

    /// <summary>A library that the module keeps to itself.</summary>
    public static string PrivateLibrary(string name) => Path.Combine(Root, "lib", "Dependencies", "net8.0", name + ".dll");

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "JobDraftsPS.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
