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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_of_the_name_is_replaced_and_what_it_leads_to_is_left_alone(bool isBeside)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        File.WriteAllText(In("victim"), "a text");
        File.CreateSymbolicLink(In(isBeside ? "plan.json.new" : "plan.json"), In("victim"));

        Write("plan.json", replace: true);

        Assert.Equal("a text", File.ReadAllText(In("victim")));
        Assert.Equal("ours", File.ReadAllText(In("plan.json")));
        Assert.Null(new FileInfo(In("plan.json")).LinkTarget);
    }

    [Fact]
    public void A_file_that_is_replaced_does_not_keep_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        File.WriteAllText(In("plan.json"), "old");
        File.SetUnixFileMode(In("plan.json"), (UnixFileMode)0b110_110_110);

        Write("plan.json", replace: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(In("plan.json")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_write_that_fails_leaves_the_old_file_and_no_remains(bool replace)
    {
        if (replace)
        {
            File.WriteAllText(In("plan.json"), "old");
        }

        var error = Assert.Throws<IOException>(() => PrivateFile.Write(In("plan.json"), replace, file =>
        {
            file.WriteByte(1);
            throw new IOException("No space left on device");
        }));

        Assert.Equal("No space left on device", error.Message);
        Assert.Equal(replace ? ["plan.json"] : [], folder.GetFileSystemInfos().Select(entry => entry.Name));
        Assert.True(!replace || File.ReadAllText(In("plan.json")) == "old");
    }

    [Fact]
    public void A_file_that_is_there_is_not_replaced_unasked()
    {
        File.WriteAllText(In("form.csv"), "answers");

        Assert.Throws<IOException>(() => Write("form.csv", replace: false));

        Assert.Equal("answers", File.ReadAllText(In("form.csv")));
        Assert.Single(folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_pipe_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have names on Linux.");
        using var made = System.Diagnostics.Process.Start("mkfifo", [In("pipe")]);
        made.WaitForExit();

        Assert.Contains("no plain file", Assert.Throws<UnauthorizedAccessException>(() => Write("pipe", replace: true)).Message, StringComparison.Ordinal);
        Assert.Single(folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_file_that_has_a_second_name_is_not_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names are counted on Linux.");
        File.WriteAllText(In("victim"), "a text");
        using var made = System.Diagnostics.Process.Start("ln", [In("victim"), In("state.json")]);
        made.WaitForExit();

        Assert.Contains("another name", Assert.Throws<UnauthorizedAccessException>(() => PrivateFile.OpenExclusive(In("state.json"))).Message, StringComparison.Ordinal);
    }

    private void Write(string name, bool replace) => PrivateFile.Write(In(name), replace, file => file.Write("ours"u8));

    private string In(string name) => Path.Combine(folder.FullName, name);
}
