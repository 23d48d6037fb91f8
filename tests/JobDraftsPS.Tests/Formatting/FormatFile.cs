using System.Management.Automation.Runspaces;
using System.Xml.Linq;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>The views that the module ships, and the way to show an object by some of them.</summary>
internal static class FormatFile
{
    private static readonly string Shipped = Path.Combine(Repository.Lib, "JobDraftsPS.Format.ps1xml");

    /// <summary>The table views by the type that selects them, with their columns' labels.</summary>
    public static IReadOnlyDictionary<string, string[]> Tables { get; } = Views("TableControl").ToDictionary(
        TypeOf,
        view => view.Descendants("TableColumnHeader").Select(header => header.Element("Label")!.Value).ToArray());

    /// <summary>The list views by the type that selects them.</summary>
    public static IReadOnlyDictionary<string, XElement> Lists { get; } = Views("ListControl").ToDictionary(TypeOf);

    /// <summary>The properties that the entry of a list view reads for a type.</summary>
    public static string[] Read(XElement view, string type)
    {
        var entries = view.Descendants("ListEntry").ToArray();
        var entry = entries.FirstOrDefault(candidate => candidate.Element("EntrySelectedBy")?.Element("TypeName")?.Value == type) ?? entries.Single(candidate => candidate.Element("EntrySelectedBy") is null);
        return [.. entry.Descendants("PropertyName").Concat(entry.Descendants("ScriptBlock")).Select(element => element.Value)];
    }

    /// <summary>The pieces of script in the views of a type.</summary>
    public static string[] Blocks(string type) =>
        [.. XDocument.Load(Shipped).Descendants("View").Where(view => TypeOf(view) == type).SelectMany(view => view.Descendants("ScriptBlock")).Select(block => block.Value)];

    /// <summary>Shows objects by the views of one form alone: as Format-List and Format-Table choose, which the bare engine lacks.</summary>
    public static string Show(RecordingHost host, string? control, params object[] records)
    {
        using var folder = new TemporaryFolder();
        var views = XDocument.Load(Shipped);
        views.Descendants("View").Where(view => control is not null && view.Element(control) is null).ToList().ForEach(view => view.Remove());
        var file = Path.Combine(folder.Path, "Views.format.ps1xml");
        views.Save(file);
        var state = InitialSessionState.CreateDefault2();
        state.Formats.Add(new SessionStateFormatEntry(file));
        using var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("records", records);
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript("$records | Out-Default").Invoke();
        Assert.Empty(shell.Streams.Error);
        return host.Shown;
    }

    private static IEnumerable<XElement> Views(string control) => XDocument.Load(Shipped).Descendants("View").Where(view => view.Element(control) is not null);

    private static string TypeOf(XElement view) => view.Element("ViewSelectedBy")!.Elements("TypeName").Single().Value;
}
