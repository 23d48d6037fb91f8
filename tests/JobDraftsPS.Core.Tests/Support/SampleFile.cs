namespace JobDraftsPS.Core.Tests.Support;

/// <summary>Small files for as long as the tests run.</summary>
internal static class SampleFile
{
    private static readonly Lazy<string> Root = new(Make);

    /// <summary>The path of a file with a name and a content.</summary>
    public static string Of(string name, string content) => Of(name, System.Text.Encoding.UTF8.GetBytes(content));

    public static string Of(string name, byte[] content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Root.Value, Guid.NewGuid().ToString("N"))).FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>An empty folder.</summary>
    public static string Folder() => Directory.CreateDirectory(Path.Combine(Root.Value, Guid.NewGuid().ToString("N"))).FullName;

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("jobdrafts-files-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
