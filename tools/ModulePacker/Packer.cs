namespace JobDraftsPS.ModulePacker;

/// <summary>Makes a gallery's package of a module's folder.</summary>
internal static class Packer
{
    /// <summary>The largest package that is made; a gallery takes more, and nobody should have to download more.</summary>
    public const long MaxBytes = 5 * 1024 * 1024;

    /// <summary>Packs a folder that holds nothing but the module.</summary>
    /// <returns>The path of the package, which is named by the manifest's name and version.</returns>
    /// <exception cref="PackException">The folder lacks a file, holds one too many, or its manifest says what a gallery refuses.</exception>
    public static string Pack(string module, string target)
    {
        var manifest = ModuleManifest.Read(module);
        var files = ModuleTree.Files(module, manifest);
        var notes = ReleaseNotes.Of(manifest.Version, File.ReadAllText(Path.Combine(module, ModuleTree.Changelog)));
        var bytes = PackageWriter.Write(manifest.Name, Nuspec.Write(manifest, notes), module, files);
        if (bytes.LongLength > MaxBytes)
        {
            throw new PackException($"The package has {bytes.LongLength} bytes; {MaxBytes} is the most.");
        }

        Directory.CreateDirectory(target);
        var path = Path.Combine(target, $"{manifest.Name}.{manifest.Version}.nupkg");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
