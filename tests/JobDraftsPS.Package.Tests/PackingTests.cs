using System.Globalization;
using System.IO.Compression;
using JobDraftsPS.ModulePacker;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Package.Tests;

/// <summary>How a folder becomes a package, tried on small modules.</summary>
public sealed class PackingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_packs_of_the_same_files_are_the_same_bytes()
    {
        var first = Module("first", backwards: false, new DateTime(2024, 2, 29, 13, 7, 9, DateTimeKind.Utc));
        var second = Module("second", backwards: true, new DateTime(1999, 12, 31, 23, 59, 58, DateTimeKind.Utc));

        var one = Packer.Pack(first, Path.Combine(folder.Path, "one"));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            var two = Packer.Pack(second, Path.Combine(folder.Path, "two"));

            Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_package_of_the_build_is_made_the_same_again()
    {
        Assert.Equal(File.ReadAllBytes(PackedModule.File), File.ReadAllBytes(Packer.Pack(PackedModule.Tree, Path.Combine(folder.Path, "again"))));
    }

    [Fact]
    public void Entries_are_in_the_order_of_their_names_and_have_one_date()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);

        Assert.Single(package.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct());
        var files = PackedModule.Content(package);
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("lib/Thing.pdb")]
    [InlineData("lib/script.ps1")]
    [InlineData("en-US/page.md")]
    [InlineData("secret/token.dll")]
    public void A_file_that_is_no_part_of_the_module_is_refused(string file) => Refused(module => Write(module, file, "x"), file);

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("NOTICE.md")]
    [InlineData("README.md")]
    [InlineData("lib/Thing.dll")]
    [InlineData("en-US/Thing.dll-Help.xml")]
    public void A_module_that_lacks_a_file_is_refused(string file) => Refused(module => File.Delete(Path.Combine(module, file)), file);

    [Fact]
    public void A_manifest_that_has_to_be_run_is_refused() => Refused(module => Write(module, "Thing.psd1", "@{ ModuleVersion = [Environment]::MachineName }"), "not plain data");

    [Fact]
    public void A_version_with_a_section_of_its_own_has_that_for_notes()
    {
        const string changelog = "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-01-02\n\n- now\n\n## [1.2.2]\n\n- before\n";

        Assert.Equal("- now", ReleaseNotes.Of("1.2.3", changelog));
        Assert.Equal("- later", ReleaseNotes.Of("1.3.0", changelog));
    }

    [Fact]
    public void A_version_of_which_nothing_is_told_is_refused() => Refused(module => Write(module, "CHANGELOG.md", "# Changelog\n"), "CHANGELOG.md has no section");

    [Fact]
    public void Tags_that_no_gallery_takes_are_refused() =>
        Refused(module => Write(module, "Thing.psd1", Manifest(string.Join(", ", Enumerable.Range(0, 300).Select(number => $"'Get-Thing{number}'")))), "characters");

    private void Refused(Action<string> spoil, string reason)
    {
        var module = Module("module", backwards: false, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        spoil(module);
        var target = Path.Combine(folder.Path, "out");

        var refused = Assert.Throws<PackException>(() => Packer.Pack(module, target));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    private string Module(string name, bool backwards, DateTime date)
    {
        var module = Path.Combine(folder.Path, name);
        (string Path, string Text)[] files =
        [
            ("Thing.psd1", Manifest("'Get-Thing'")),
            ("README.md", "# Thing"),
            ("LICENSE", "Do as you like."),
            ("NOTICE.md", "Other is by others."),
            ("CHANGELOG.md", "## [Unreleased]\n\n- All of it.\n"),
            ("lib/Thing.dll", "not really"),
            ("lib/Dependencies/net8.0/Other.dll", "nor this"),
            ("en-US/Thing.dll-Help.xml", "<helpItems />"),
            ("en-US/about_Thing.help.txt", "ABOUT"),
        ];
        foreach (var (path, text) in backwards ? files.Reverse() : files)
        {
            Write(module, path, text);
            File.SetLastWriteTimeUtc(Path.Combine(module, path), date);
            date = date.AddSeconds(11);
        }

        return module;
    }

    private static string Manifest(string cmdlets) => $$"""
        @{
            ModuleVersion = '0.9.0'; Author = 'Somebody'; CompanyName = 'Nobody'; Copyright = '(c)'; Description = 'A thing.'
            CmdletsToExport = @({{cmdlets}})
            PrivateData = @{ PSData = @{ Tags = @('Thing', 'PSEdition_Core'); LicenseUri = 'https://opensource.org/license/mit' } }
        }
        """;

    private static void Write(string module, string file, string text)
    {
        var path = Path.Combine(module, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
