namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>A file that takes one text after the other.</summary>
internal sealed class FuzzFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jobdrafts-fuzz-").FullName;

    public FuzzFile(string name) => Path = System.IO.Path.Combine(folder, name);

    public string Path { get; }

    public string Holding(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        return Path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
