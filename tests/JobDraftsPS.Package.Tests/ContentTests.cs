using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace JobDraftsPS.Package.Tests;

/// <summary>What is in the package that the build made.</summary>
public sealed class ContentTests
{
    private static readonly string[] TopLevel = ["CHANGELOG.md", "JobDraftsPS.psd1", "LICENSE", "NOTICE.md", "README.md"];

    [Fact]
    public void The_package_holds_manifest_libraries_help_and_four_texts_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);
        var files = PackedModule.Content(package);

        Assert.Equal(TopLevel, files.Where(file => !file.Contains('/', StringComparison.Ordinal)));
        Assert.Equal(["en-US", "lib"], files.Where(file => file.Contains('/', StringComparison.Ordinal)).Select(file => file.Split('/')[0]).Distinct());
        Assert.All(files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)), file => Assert.Contains(Path.GetExtension(file), new[] { ".dll", ".ps1xml", ".psm1", ".psd1" }));
        Assert.DoesNotContain(files, file => file.EndsWith("System.Management.Automation.dll", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_editions_find_their_libraries_in_it()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);

        Assert.Superset(
            new HashSet<string> { "lib/JobDraftsPS.dll", "lib/Dependencies/net8.0/JobDraftsPS.Loader.dll", "lib/Dependencies/net8.0/RestSharp.dll", "lib/Dependencies/netstandard2.0/RestSharp.dll", "lib/Dependencies/netstandard2.0/System.Text.Json.dll" },
            PackedModule.Content(package).ToHashSet());
    }

    [Fact]
    public void Every_file_is_the_one_of_the_tree_byte_for_byte()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);
        var files = PackedModule.Content(package);

        Assert.Equal(Directory.EnumerateFiles(PackedModule.Tree, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(PackedModule.Tree, file).Replace('\\', '/')).Order(StringComparer.Ordinal), files);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(PackedModule.Tree, file)), File.ReadAllBytes(Path.Combine(PackedModule.Folder, file))));
        // The manifest has its tags and notes from the packing.
        Assert.All(TopLevel.Where(file => file != "JobDraftsPS.psd1"), file => Assert.Equal(File.ReadAllBytes(Path.Combine(PackedModule.Root, file)), File.ReadAllBytes(Path.Combine(PackedModule.Folder, file))));
    }

    [Fact]
    public void Every_library_of_others_is_named_with_its_licence()
    {
        var others = Directory.GetFiles(Path.Combine(PackedModule.Folder, "lib"), "*.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith("JobDraftsPS", StringComparison.Ordinal))
            .Distinct();
        var named = File.ReadLines(Path.Combine(PackedModule.Folder, "NOTICE.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))
            .Except(["Library", "---"]);

        Assert.Equal(others.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_has_at_most_eight_megabytes() => Assert.InRange(new FileInfo(PackedModule.File).Length, 1, 8_000_000);

    [Fact]
    public void Its_own_libraries_are_of_a_release_build_and_do_not_tell_where_that_was()
    {
        var own = Directory.GetFiles(PackedModule.Folder, "JobDraftsPS*.dll", SearchOption.AllDirectories);

        Assert.Equal(7, own.Length);
        Assert.All(own, file =>
        {
            using var portable = new PEReader(File.OpenRead(file));
            var metadata = portable.GetMetadataReader();
            Assert.Equal("Release", Configuration(metadata));
            Assert.All(
                portable.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.CodeView),
                entry => Assert.StartsWith("/_/", portable.ReadCodeViewDebugDirectoryData(entry).Path, StringComparison.Ordinal));
        });
    }

    private static string? Configuration(MetadataReader metadata) => metadata.GetAssemblyDefinition().GetCustomAttributes()
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) == "AssemblyConfigurationAttribute")
        .Select(attribute =>
        {
            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            return value.ReadSerializedString();
        })
        .SingleOrDefault();
}
