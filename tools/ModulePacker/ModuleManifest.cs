using System.Collections;
using System.Management.Automation.Language;

namespace JobDraftsPS.ModulePacker;

/// <summary>What a module's manifest says of it.</summary>
internal sealed class ModuleManifest
{
    private readonly Hashtable data;

    private ModuleManifest(string name, Hashtable data)
    {
        Name = name;
        this.data = data;
    }

    /// <summary>The module's name, which is its manifest's too.</summary>
    public string Name { get; }

    public string Version => Text("ModuleVersion");

    public string Author => Text("Author");

    public string Company => Text("CompanyName");

    public string Copyright => Text("Copyright");

    public string Description => Text("Description");

    public IReadOnlyList<string> Cmdlets => [.. ((IEnumerable)data["CmdletsToExport"]!).Cast<string>()];

    public IReadOnlyList<string> Tags => [.. ((IEnumerable)Gallery["Tags"]!).Cast<string>()];

    public string LicenseUri => Gallery["LicenseUri"] as string ?? throw new PackException("The manifest names no LicenseUri.");

    public string? ProjectUri => Gallery["ProjectUri"] as string;

    /// <summary>The part of the manifest that a gallery reads.</summary>
    private Hashtable Gallery => (data["PrivateData"] as Hashtable)?["PSData"] as Hashtable ?? throw new PackException("The manifest has no PrivateData.PSData.");

    /// <summary>Reads the one manifest of a folder without running it.</summary>
    /// <exception cref="PackException">There is none, there are several, or it is not plain data.</exception>
    public static ModuleManifest Read(string module)
    {
        var found = Directory.GetFiles(module, "*.psd1");
        if (found.Length != 1)
        {
            throw new PackException($"'{module}' holds {found.Length} manifests; a module has one.");
        }

        var script = Parser.ParseFile(found[0], out _, out var errors);
        if (errors.Length > 0 || script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) is not HashtableAst table)
        {
            throw new PackException($"'{found[0]}' is not a manifest.");
        }

        try
        {
            return new ModuleManifest(Path.GetFileNameWithoutExtension(found[0]), (Hashtable)table.SafeGetValue());
        }
        catch (InvalidOperationException notData)
        {
            throw new PackException($"'{found[0]}' is not plain data. {notData.Message}");
        }
    }

    private string Text(string key) => data[key] as string ?? throw new PackException($"The manifest has no {key}.");
}
