using System.Xml.Linq;

namespace JobDraftsPS.ModulePacker;

/// <summary>The description that a gallery reads, with the elements and the tags that PowerShell's own publisher writes.</summary>
internal static class Nuspec
{
    /// <summary>The most characters that the gallery takes as tags.</summary>
    public const int MaxTagLength = 4000;

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    /// <exception cref="PackException">The tags are longer than a gallery takes.</exception>
    public static XDocument Write(ModuleManifest manifest, string releaseNotes)
    {
        var metadata = new XElement(
            Schema + "metadata",
            Element("id", manifest.Name),
            Element("version", manifest.Version),
            Element("authors", manifest.Author),
            Element("owners", manifest.Company),
            Element("requireLicenseAcceptance", "false"),
            Element("licenseUrl", manifest.LicenseUri),
            manifest.ProjectUri is { } project ? Element("projectUrl", project) : null,
            Element("description", manifest.Description),
            Element("releaseNotes", releaseNotes),
            Element("copyright", manifest.Copyright),
            Element("tags", Tags(manifest)));
        return new XDocument(new XElement(Schema + "package", metadata));
    }

    /// <summary>Besides the manifest's own: that it is a module, and each cmdlet, by which <c>Find-Command</c> finds it.</summary>
    private static string Tags(ModuleManifest manifest)
    {
        string[] all =
        [
            .. manifest.Tags,
            "PSModule",
            "PSIncludes_Cmdlet",
            .. manifest.Cmdlets.Select(name => "PSCmdlet_" + name),
            .. manifest.Cmdlets.Select(name => "PSCommand_" + name),
        ];
        var tags = string.Join(' ', all.Distinct(StringComparer.OrdinalIgnoreCase));
        return tags.Length <= MaxTagLength ? tags : throw new PackException($"The tags have {tags.Length} characters; a gallery takes {MaxTagLength}.");
    }

    private static XElement Element(string name, string value) => new(Schema + name, value);
}
