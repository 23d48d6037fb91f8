namespace JobDraftsPS.ModulePacker;

/// <summary>Which files are the module. Whatever else lies in the folder is a mistake, and is never shipped by one.</summary>
internal static class ModuleTree
{
    public const string Changelog = "CHANGELOG.md";

    private static readonly string[] Texts = ["README.md", "LICENSE", "NOTICE.md", Changelog];

    /// <summary>All files, by their path in the package, in an order that no file system decides.</summary>
    /// <exception cref="PackException">A file is missing or does not belong.</exception>
    public static IReadOnlyList<string> Files(string module, ModuleManifest manifest)
    {
        var files = Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(module, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToArray();
        string[] needed = [manifest.Name + ".psd1", .. Texts, $"lib/{manifest.Name}.dll", $"en-US/{manifest.Name}.dll-Help.xml"];
        if (needed.Except(files).ToArray() is { Length: > 0 } missing)
        {
            throw new PackException($"The module lacks {string.Join(", ", missing)}.");
        }

        var foreign = files.Where(file => !needed.Contains(file) && !IsLibrary(file) && !IsHelp(file)).ToArray();
        return foreign.Length == 0 ? files : throw new PackException($"These files are no part of the module: {string.Join(", ", foreign)}.");
    }

    private static bool IsLibrary(string file) => file.StartsWith("lib/", StringComparison.Ordinal) && Path.GetExtension(file) is (".dll" or ".ps1xml");

    private static bool IsHelp(string file) => file.StartsWith("en-US/about_", StringComparison.Ordinal) && file.EndsWith(".help.txt", StringComparison.Ordinal);
}
