using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>What is tidied up in the folder of the pace, and above all what is not.</summary>
public sealed class PacingFilesTests : IDisposable
{
    private const string Ours = """{"quotas":{"calls":{"learntLimit":0,"pausedUntil":0,"slots":[]}}}""";
    private const string Name = "0123456789abcdef01234567.json";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("jobdrafts-files-");
    private readonly string folder;

    public PacingFilesTests() => folder = root.CreateSubdirectory("pacing").FullName;

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void An_old_file_of_ours_is_removed()
    {
        var old = Old(Path.Combine(folder, Name), Ours);

        PacingFiles.RemoveOld(folder);

        Assert.False(File.Exists(old));
    }

    [Theory]
    [InlineData("notes.txt", Ours)]
    [InlineData(".hidden.json", Ours)]
    [InlineData("0123456789ABCDEF01234567.json", Ours)]
    [InlineData("0123456789abcdef0123456.json", Ours)]
    [InlineData("0123456789abcdef01234567.json.bak", Ours)]
    [InlineData(Name, "")]
    [InlineData(Name, "somebody's text")]
    [InlineData(Name, "{}")]
    [InlineData(Name, """{"invoices":[1,2]}""")]
    [InlineData(Name, """[{"quotas":{}}]""")]
    public void A_foreign_file_is_kept_however_old_it_is(string name, string content)
    {
        var old = Old(Path.Combine(folder, name), content);

        PacingFiles.RemoveOld(folder);

        Assert.True(File.Exists(old));
    }

    [Fact]
    public void A_young_file_of_ours_is_kept()
    {
        var young = Path.Combine(folder, Name);
        File.WriteAllText(young, Ours);

        PacingFiles.RemoveOld(folder);

        Assert.True(File.Exists(young));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_removed_behind_a_link_in_place_of_the_folder(bool linkAbove)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        var old = Old(Path.Combine(folder, Name), Ours);
        var link = Path.Combine(root.FullName, "link");
        Directory.CreateSymbolicLink(link, linkAbove ? root.FullName : folder);

        PacingFiles.RemoveOld(linkAbove ? Path.Combine(link, "pacing") : link);

        Assert.True(File.Exists(old));
    }

    [Fact]
    public void A_link_in_the_folder_is_kept_and_so_is_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        var target = Old(Path.Combine(root.FullName, "elsewhere.json"), Ours);
        var link = Path.Combine(folder, Name);
        File.CreateSymbolicLink(link, target);

        PacingFiles.RemoveOld(folder);

        Assert.True(File.Exists(target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void A_file_that_another_process_holds_is_kept()
    {
        var old = Old(Path.Combine(folder, Name), Ours);
        using var held = PrivateFile.OpenExclusive(old);

        PacingFiles.RemoveOld(folder);

        Assert.True(File.Exists(old));
    }

    private static string Old(string path, string content)
    {
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-30));
        return path;
    }
}
