using System.Globalization;
using System.Management.Automation;
using System.Text;
using CsvHelper;

namespace JobDraftsPS.QuickStart.Commands;

/// <summary>
/// <c>Export-Csv</c> for an engine without the utility module: the properties of the first object are the columns.
/// </summary>
[Cmdlet(VerbsData.Export, "Csv")]
public sealed class ExportCsvCommand : PSCmdlet, IDisposable
{
    private CsvWriter? sheet;
    private string[] columns = [];

    /// <summary>A row.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write; one of that name is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = string.Empty;

    /// <summary>Encoding of the file; UTF-8 when not given.</summary>
    [Parameter]
    [EncodingArgument]
    public Encoding Encoding { get; set; } = Encoding.UTF8;

    /// <summary>Taken for scripts that also run in Windows PowerShell; types are never written.</summary>
    [Parameter]
    public SwitchParameter NoTypeInformation { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (sheet is null)
        {
            sheet = new CsvWriter(new StreamWriter(GetUnresolvedProviderPathFromPSPath(Path), append: false, Encoding), CultureInfo.InvariantCulture);
            columns = [.. InputObject.Properties.Select(property => property.Name)];
            WriteRow(columns);
        }

        WriteRow(columns.Select(column => InputObject.Properties[column]?.Value));
    }

    /// <inheritdoc />
    protected override void EndProcessing() => Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        sheet?.Dispose();
        sheet = null;
    }

    private void WriteRow(IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            sheet!.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
        }

        sheet!.NextRecord();
    }
}
