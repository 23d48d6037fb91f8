using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Tests.Files;

/// <summary>The one way in which files and folders of ours come into being.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PrivateFileTests : IDisposable
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-private-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_folder_that_is_made_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var (outer, middle, inner) = (In("a"), In("a/b"), In("a/b/c"));

        PrivateFile.CreateDirectory(inner);

        Assert.All([outer, middle, inner], path => Assert.Equal(OwnerFolder, File.GetUnixFileMode(path)));
    }

    [Fact]
    public void A_folder_that_is_there_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var mode = OwnerFolder | UnixFileMode.GroupRead;
        File.SetUnixFileMode(Directory.CreateDirectory(In("shared")).FullName, mode);

        PrivateFile.CreateDirectory(In("shared/ours"));

        Assert.Equal(mode, File.GetUnixFileMode(In("shared")));
    }

    private string In(string name) => Path.Combine(folder.FullName, name);
}
