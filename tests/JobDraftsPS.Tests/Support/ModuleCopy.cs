namespace JobDraftsPS.Tests.Support;

/// <summary>The built module in a folder of its own, to take files out of.</summary>
internal sealed class ModuleCopy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ModuleCopy()
    {
        File.Copy(Repository.Manifest, Manifest);
        foreach (var file in Directory.EnumerateFiles(Repository.Lib, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Repository.Module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Manifest => Path.Combine(folder.Path, "JobDraftsPS.psd1");

    /// <summary>A file or folder below the copy's <c>lib</c>.</summary>
    public string Lib(params string[] parts) => Path.Combine([folder.Path, "lib", .. parts]);

    public void Dispose() => folder.Dispose();
}
