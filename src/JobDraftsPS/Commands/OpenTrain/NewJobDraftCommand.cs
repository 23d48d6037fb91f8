using System.Management.Automation;
using System.Text;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Creates OpenTrain drafts from texts, job objects or feeds. The same content makes the same draft again, never a twin.</summary>
[Cmdlet(VerbsCommon.New, "JobDraft", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = FromText, HelpUri = HelpPages.At + "New-JobDraft.md")]
[OutputType(typeof(JobDraft))]
public sealed class NewJobDraftCommand : SendingCommand
{
    private const string FromText = "Text";
    private const string FromPath = "Path";
    private const string FromLiteralPath = "LiteralPath";
    private const string FromJob = "Job";
    private const string FromJsonLd = "JsonLd";
    private const string FromXml = "Xml";
    private const string CorrectPath = "Correct the path and run it again.";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> toldColumns = new(StringComparer.Ordinal);
    private OpenTrainClient client = null!;

    /// <summary>Texts, or rows with a description (or jobDescription) column and perhaps an externalId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The text that describes the job, up to 60,000 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FromText)]
    [ValidateNotNullOrEmpty]
    public string Description { get; set; } = string.Empty;

    /// <summary>Text files, one draft each; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromPath)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Text files, one draft each; the path is taken as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromLiteralPath)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>OpenTrain's own job object: title, description, paymentType, rateAmount, languages... A hashtable, an object, or JSON text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromJob)]
    [ValidateNotNull]
    public PSObject Job { get; set; } = null!;

    /// <summary>A schema.org JobPosting: a hashtable, an object, or JSON text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromJsonLd)]
    [ValidateNotNull]
    public PSObject JsonLd { get; set; } = null!;

    /// <summary>An XML feed's text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromXml)]
    [ValidateNotNullOrEmpty]
    public string Xml { get; set; } = string.Empty;

    /// <summary>The feed's format.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromXml)]
    [ValidateSet("indeed_xml", "hr_xml")]
    public string Format { get; set; } = string.Empty;

    /// <summary>Your own reference of the job. Give another one to create the same text anew.</summary>
    [Parameter]
    public string? ExternalId { get; set; }

    /// <summary>The key that makes a second create give back the first draft; made from the content when not given.</summary>
    [Parameter]
    public string? IdempotencyKey { get; set; }

    private protected override void Connect() => client = new OpenTrainClient(Resolve(JobService.OpenTrain));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ByInput:
                Accept(InputObject);
                break;
            case FromPath:
                Array.ForEach(Path, path => AcceptFiles(path, () => FilePath.Find(SessionState, path)));
                break;
            case FromLiteralPath:
                Array.ForEach(LiteralPath, path => AcceptFiles(path, () => [FilePath.Resolve(SessionState, path)]));
                break;
            default:
                Accept(MyInvocation.MyCommand.Name, () => new Row(null, MyInvocation.MyCommand.Name));
                break;
        }
    }

    /// <summary>A text is one description; everything else is a row.</summary>
    private protected override Row Read(PSObject input, int number) => input.BaseObject is string text
        ? new Row(number, text) { Cells = [new("description", text)] }
        : base.Read(input, number);

    private protected override Submission? Prepare(Row row, object? present)
    {
        Targets.RequireService(row, JobService.OpenTrain);
        var import = ImportOf(row);
        var call = client.Create(import);
        WarnAboutTwin(row, import);
        return new Submission(
            "OpenTrain",
            "Create draft: " + EditText.Shorten(import.Describe()) + (import.ExternalId is { } reference ? $"; externalId = {reference}" : string.Empty),
            call);
    }

    private DraftImport ImportOf(Row row)
    {
        string? text = null;
        var externalId = NullIfEmpty(ExternalId);
        var key = NullIfEmpty(IdempotencyKey);
        foreach (var cell in row.Cells)
        {
            switch (FieldSet.Key(cell.Key))
            {
                case "description" or "jobdescription" or "rawjobdescription": text = RowReader.Text(cell, JobService.OpenTrain); break;
                case "externalid": externalId ??= RowReader.Text(cell, JobService.OpenTrain); break;
                case "idempotencykey": key ??= RowReader.Text(cell, JobService.OpenTrain); break;
                case var column when toldColumns.Add(column): WriteWarning($"Column '{cell.Key}' is not used to create a draft; write it afterwards with Update-JobDraft."); break;
            }
        }

        return ParameterSetName switch
        {
            FromJob => DraftImport.FromJob(Members(Job, "-Job"), externalId, key),
            FromJsonLd => DraftImport.FromJsonLd(Members(JsonLd, "-JsonLd"), externalId, key),
            FromXml => DraftImport.FromXml(Xml, Format, externalId, key),
            FromText => DraftImport.FromText(Description, externalId, key),
            _ => DraftImport.FromText(text ?? string.Empty, externalId, key),
        };
    }

    /// <summary>Equal content has an equal key, so the service answers with one draft for both.</summary>
    private void WarnAboutTwin(Row row, DraftImport import)
    {
        if (!seen.Add(import.IdempotencyKey))
        {
            WriteWarning($"{Targets.Place(row)}an earlier row has the same content, so both give the same draft. Give each its own externalId to make two.");
        }
    }

    private static IReadOnlyDictionary<string, object?> Members(PSObject given, string parameter) => PlainValue.Deep(given) switch
    {
        string json => DraftImport.ReadObject(json, $"text of {parameter}"),
        IReadOnlyDictionary<string, object?> members => members,
        _ => throw LocalErrors.BadValue(JobService.OpenTrain, $"{parameter} is neither a hashtable, nor an object, nor JSON text.", "Give one of these."),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>One draft a file; a path that leads to none is an error of its own, and the other paths go on.</summary>
    private void AcceptFiles(string path, Func<IReadOnlyList<string>> resolve)
    {
        IReadOnlyList<string> files = [];
        try
        {
            files = resolve();
        }
        catch (JobDraftsApiException refused)
        {
            Accept(path, () => throw refused);
        }

        foreach (var file in files)
        {
            AcceptFile(file);
        }
    }

    private void AcceptFile(string file) => Accept(file, () =>
    {
        try
        {
            return new Row(null, file) { Cells = [new("description", File.ReadAllText(file, StrictUtf8))] };
        }
        catch (DecoderFallbackException)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"'{file}' is no UTF-8 text, so some of its letters would be lost.", "Save it as UTF-8 and run it again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"'{file}' cannot be read: {error.Message}", CorrectPath);
        }
    });
}
