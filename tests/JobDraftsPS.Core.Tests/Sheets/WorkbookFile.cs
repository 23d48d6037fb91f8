using System.IO.Compression;
using System.Xml.Linq;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Sheets;

/// <summary>A workbook on disk for one test, written by this module and perhaps changed as another program would.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private readonly SheetFile file = new("book.xlsx", []);

    public WorkbookFile(IReadOnlyList<SheetColumn> columns, params object?[][] rows) =>
        WorkbookWriter.Write(Path, [new SheetPage("Jobs", columns, rows)], replace: true);

    public string Path => file.Path;

    public IReadOnlyList<SheetRow> Rows(SheetFacts? facts = null) => [.. SheetReader.Read(Path, new SheetOptions(), facts ?? new SheetFacts())];

    public string Refusal() => file.Refusal();

    public XDocument Part(string name)
    {
        using var package = ZipFile.OpenRead(Path);
        using var part = package.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Changes the text of a part.</summary>
    public WorkbookFile With(string name, Func<string, string> change)
    {
        using var package = ZipFile.Open(Path, ZipArchiveMode.Update);
        var part = package.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(part.Open()))
        {
            text = reader.ReadToEnd();
        }

        part.Delete();
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        var changed = change(text);
        Assert.NotEqual(text, changed);
        writer.Write(changed);
        return this;
    }

    /// <summary>The first page's XML, changed.</summary>
    public WorkbookFile WithPage(Func<string, string> change) => With("xl/worksheets/sheet1.xml", change);

    public void Dispose() => file.Dispose();
}
