using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace JobDraftsPS.ModulePacker;

/// <summary>
/// Writes the archive: the module's files and the parts that the package format asks for. The same files make the same bytes,
/// whatever their dates, their order on disk, the time zone and the language of the machine.
/// </summary>
internal static class PackageWriter
{
    /// <summary>Any fixed moment would do; the format begins in 1980, and some clients stumble over its first day.</summary>
    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A plain file that its owner may write and everybody may read.</summary>
    private const int Attributes = unchecked((int)0x81A40000);

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(string name, XDocument nuspec, string module, IReadOnlyList<string> files)
    {
        var description = Bytes(nuspec);
        // Other publishers draw a random name here, which alone makes every package a different one.
        var core = $"package/services/metadata/core-properties/{Hash(description)}.psmdcp";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "_rels/.rels", Bytes(Relationships($"{name}.nuspec", core)));
            Add(archive, $"{name}.nuspec", description);
            foreach (var file in files)
            {
                Add(archive, file, File.ReadAllBytes(Path.Combine(module, file)));
            }

            Add(archive, "[Content_Types].xml", Bytes(ContentTypes(files)));
            Add(archive, core, Bytes(CoreProperties(nuspec)));
        }

        return bytes.ToArray();
    }

    private static XDocument Relationships(string nuspec, string core) => new(new XElement(
        Relations + "Relationships",
        Relationship("http://schemas.microsoft.com/packaging/2010/07/manifest", nuspec),
        Relationship("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", core)));

    private static XElement Relationship(string type, string target) => new(
        Relations + "Relationship",
        new XAttribute("Type", type),
        new XAttribute("Target", "/" + target),
        new XAttribute("Id", "R" + Hash(Encoding.UTF8.GetBytes(target))[..16].ToUpperInvariant()));

    private static XDocument ContentTypes(IReadOnlyList<string> files) => new(new XElement(
        Types + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("psmdcp", "application/vnd.openxmlformats-package.core-properties+xml"),
        Default("nuspec", "application/octet"),
        files.Select(file => Path.GetExtension(file).TrimStart('.')).Where(ending => ending.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(ending => Default(ending, "application/octet")),
        // A part without an ending is named by itself.
        files.Where(file => Path.GetExtension(file).Length == 0).Select(file => new XElement(
            Types + "Override",
            new XAttribute("PartName", "/" + file),
            new XAttribute("ContentType", "application/octet")))));

    private static XElement Default(string ending, string type) =>
        new(Types + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", type));

    private static XDocument CoreProperties(XDocument nuspec)
    {
        string Value(string name) => nuspec.Root!.Elements().Single().Elements().Single(element => element.Name.LocalName == name).Value;

        return new XDocument(new XElement(
            Properties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
            new XElement(DublinCore + "creator", Value("authors")),
            new XElement(DublinCore + "description", Value("description")),
            new XElement(DublinCore + "identifier", Value("id")),
            new XElement(Properties + "version", Value("version")),
            new XElement(Properties + "keywords", Value("tags")),
            new XElement(Properties + "lastModifiedBy", nameof(ModulePacker))));
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Moment;
        entry.ExternalAttributes = Attributes;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Bytes(XDocument document)
    {
        document.Declaration = new XDeclaration("1.0", "utf-8", null);
        using var stream = new MemoryStream();
        using (var writer = System.Xml.XmlWriter.Create(stream, new System.Xml.XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..32];
}
