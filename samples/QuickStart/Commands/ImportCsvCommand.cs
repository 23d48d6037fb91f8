using System.Management.Automation;
using System.Text;

namespace JobDraftsPS.QuickStart.Commands;

/// <summary>
/// <c>Import-Csv</c> for an engine without the utility module: one object a row, one text property a column.
/// </summary>
[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = nameof(Path))]
[OutputType(typeof(PSObject))]
public sealed class ImportCsvCommand : PSCmdlet
{
    /// <summary>Files to read; wildcards are taken.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = nameof(Path))]
    public string[] Path { get; set; } = [];

    /// <summary>Files to read, named exactly.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(LiteralPath))]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>What separates the cells of a row; a comma when not given.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Encoding of a file without a byte order mark; UTF-8 when not given.</summary>
    [Parameter]
    [EncodingArgument]
    public Encoding Encoding { get; set; } = Encoding.UTF8;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var file in ParameterSetName == nameof(LiteralPath) ? LiteralPath.Select(Locate) : Path.SelectMany(Expand))
        {
            Import(file);
        }
    }

    private string Locate(string path) => GetUnresolvedProviderPathFromPSPath(path);

    private IEnumerable<string> Expand(string path)
        => WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [Locate(path)];

    private void Import(string file)
    {
        try
        {
            using var reader = new StreamReader(file, Encoding, detectEncodingFromByteOrderMarks: true);
            foreach (var row in CsvSheet.Read(reader, Delimiter))
            {
                WriteObject(row);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(problem, "FileOpenFailure", ErrorCategory.OpenError, file));
        }
        catch (InvalidDataException problem)
        {
            ThrowTerminatingError(new ErrorRecord(problem, "BadSheet", ErrorCategory.InvalidData, file));
        }
    }
}
