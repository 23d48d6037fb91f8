using System.Collections;
using System.IO.Compression;
using System.Management.Automation;
using System.Xml.Linq;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Package.Tests;

/// <summary>What a gallery reads of the package: it has to say the same as the manifest.</summary>
public sealed class DescriptionTests
{
    private static readonly XElement Metadata = Read();
    private static readonly PSModuleInfo Module = TestManifest();

    /// <summary>The version with the name of its preview, as a gallery writes it.</summary>
    private static string Version => $"{Module.Version}-{((Hashtable)((Hashtable)Module.PrivateData)["PSData"]!)["Prerelease"]}";

    [Fact]
    public void The_description_says_what_the_manifest_says()
    {
        Assert.Equal(
            (Module.Name, Version, Module.Author, Module.Description, Module.Copyright, Module.LicenseUri.OriginalString, Module.ProjectUri.OriginalString),
            (Value("id"), Value("version"), Value("authors"), Value("description"), Value("copyright"), Value("licenseUrl"), Value("projectUrl")));
        Assert.Equal("false", Value("requireLicenseAcceptance"));
        Assert.Equal($"JobDraftsPS.{Version}.nupkg", Path.GetFileName(PackedModule.File));
    }

    [Fact]
    public void The_tags_find_the_module_its_editions_and_each_cmdlet()
    {
        var tags = Value("tags").Split(' ');

        Assert.Equal(tags.Distinct(StringComparer.OrdinalIgnoreCase), tags);
        Assert.Superset(new HashSet<string> { "PSModule", "PSEdition_Desktop", "PSEdition_Core", "PSIncludes_Cmdlet" }, tags.ToHashSet());
        Assert.Superset(Module.Tags.ToHashSet(), tags.ToHashSet());
        Assert.NotEmpty(Module.ExportedCmdlets);
        Assert.Equal(Module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal), Names("PSCmdlet_"));
        Assert.Equal(Module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal), Names("PSCommand_"));

        IEnumerable<string> Names(string prefix) => tags.Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal)).Select(tag => tag[prefix.Length..]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_release_notes_are_the_changelogs_for_this_version()
    {
        var changelog = File.ReadAllText(Path.Combine(PackedModule.Folder, "CHANGELOG.md")).ReplaceLineEndings("\n");

        Assert.Contains(Value("releaseNotes").ReplaceLineEndings("\n"), changelog, StringComparison.Ordinal);
        Assert.DoesNotContain("## [", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.NotEmpty(Module.ReleaseNotes);
    }

    [Fact]
    public void There_is_no_icon() => Assert.DoesNotContain(Metadata.Elements(), element => element.Name.LocalName.StartsWith("icon", StringComparison.Ordinal));

    [Fact]
    public void The_manifest_names_editions_versions_and_every_export()
    {
        Assert.Equal(["Core", "Desktop"], Module.CompatiblePSEditions.Order(StringComparer.Ordinal));
        Assert.Equal((new Version(5, 1), new Version(4, 7, 2)), (Module.PowerShellVersion, Module.DotNetFrameworkVersion));
        Assert.All((IEnumerable<IDictionary>)[Module.ExportedFunctions, Module.ExportedVariables], Assert.Empty);
        Assert.Equal(["Get-DraftCapability", "Publish-JobDraft"], Module.ExportedAliases.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_parts_of_the_package_lead_to_each_other()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);
        var names = package.Entries.Select(entry => "/" + entry.FullName).ToHashSet();
        var relations = Load(package, "_rels/.rels").Root!.Elements().Select(relation => relation.Attribute("Target")!.Value).ToArray();
        var types = Load(package, "[Content_Types].xml").Root!.Elements().Select(type => type.Attribute("Extension")?.Value ?? type.Attribute("PartName")!.Value).ToHashSet();

        Assert.Equal(2, relations.Length);
        Assert.All(relations, target => Assert.Contains(target, names));
        Assert.All(names.Where(name => name != "/[Content_Types].xml"), name => Assert.True(types.Contains(name) || types.Contains(Path.GetExtension(name).TrimStart('.')), $"{name} has no type."));
    }

    private static string Value(string name) => Metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private static XElement Read()
    {
        using var package = ZipFile.OpenRead(PackedModule.File);
        return Load(package, "JobDraftsPS.nuspec").Root!.Elements().Single();
    }

    private static XDocument Load(ZipArchive package, string entry)
    {
        using var stream = package.GetEntry(entry)!.Open();
        return XDocument.Load(stream);
    }

    private static PSModuleInfo TestManifest()
    {
        using var session = new Session(import: false);
        var result = session.Run("Test-ModuleManifest $manifest", ("manifest", Repository.Manifest));
        Assert.Empty(result.AllErrors);
        return (PSModuleInfo)Assert.Single(result.Output).BaseObject;
    }
}
