using System.IO.Compression;
using JobDraftsPS.Console.Tests;

[assembly: AssemblyFixture(typeof(JobDraftsPS.Package.Tests.PackedModule))]

namespace JobDraftsPS.Package.Tests;

/// <summary>The package that the build made, and an empty folder that it was unpacked to: the module of all tests here.</summary>
public sealed class PackedModule : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jobdraftsps-package-").FullName;

    /// <summary>Before the first test, and not while tests are listed: packing takes longer than a test host waits for a list.</summary>
    public PackedModule()
    {
        // CI packs before it tests, and says so; on a desk the package is made here, always of a Release build.
        if (Environment.GetEnvironmentVariable("JOBDRAFTS_MODULE_PATH") is null)
        {
            Pack();
        }

        Folder = Path.Combine(folder, "JobDraftsPS");
        ZipFile.ExtractToDirectory(File, Folder);
        Environment.SetEnvironmentVariable("JOBDRAFTS_MODULE_PATH", Folder);
    }

    /// <summary>Where the package was unpacked to.</summary>
    public static string Folder { get; private set; } = string.Empty;

    /// <summary>The package.</summary>
    public static string File => Directory.GetFiles(Path.Combine(Root, "artifacts"), "*.nupkg").Single();

    /// <summary>The tree that was packed.</summary>
    public static string Tree => Path.Combine(Root, "artifacts", "module");

    /// <summary>The checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of the module in the package, without the parts that the package format adds.</summary>
    public static IReadOnlyList<string> Content(ZipArchive package) =>
    [
        .. package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal) && name is not ("[Content_Types].xml" or "JobDraftsPS.nuspec")).Order(StringComparer.Ordinal),
    ];

    private static void Pack()
    {
        var (exitCode, output, error) = PowerShellProcess.RunAsync(PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", Path.Combine(Root, "build.ps1"), "-Task", "Pack"]), CancellationToken.None).GetAwaiter().GetResult();
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The package could not be made:\n{output}{error}");
        }
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory.FullName, "JobDraftsPS.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return directory.FullName;
    }

    /// <summary>Removes the unpacked module.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Windows keeps the libraries of a living process; its temporary folder is emptied by other means.
        }
    }
}
