using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Gives TEXTKING jobs their source documents: many files to many jobs, or one file to several.</summary>
[Cmdlet(VerbsCommunications.Send, "TranslationDocument", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByInput, HelpUri = HelpPages.At + "Send-TranslationDocument.md")]
[OutputType(typeof(TranslationJob))]
public sealed class SendTranslationDocumentCommand : TranslationJobCommand
{
    private readonly Dictionary<string, string> documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> toldColumns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The document, taken as it is written, without wildcards; for every job that has no path of its own.</summary>
    [Parameter(ParameterSetName = ByInput)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The document's name at the service; the file's own when left out. Its ending tells the type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The document's media type, such as text/plain; charset=utf-8. Told by the name's ending when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    private protected override Submission? Prepare(Row row, object? present)
    {
        var (projectId, jobId) = TextKingTargets.Job(row, ProjectId);
        var (path, name, contentType) = ReadCells(row);
        path ??= Path ?? throw LocalErrors.BadValue(JobService.TextKing, $"It is not said which document job '{jobId}' gets.", "Fill the path column, or give -Path.");
        var document = SourceDocument.Find(FilePath.Resolve(SessionState, path), name ?? Name, contentType ?? ContentType);
        if (documents.TryGetValue(jobId, out var before))
        {
            // A second document would silently replace the first: such a sheet has a wrong job in one of the rows.
            throw LocalErrors.BadValue(JobService.TextKing, $"Job '{jobId}' gets '{before}' in this run already, and a job has one document.", "Correct the job id, or send the other document in a run of its own.");
        }

        documents.Add(jobId, document.Name);
        return new Submission($"TextKing job '{jobId}' in project '{projectId}'", $"Upload {document}", Client.Upload(projectId, jobId, document));
    }

    private (string? Path, string? Name, string? ContentType) ReadCells(Row row)
    {
        string? path = null, name = null, contentType = null;
        foreach (var cell in row.Cells)
        {
            switch (FieldSet.Key(cell.Key))
            {
                case "path" or "literalpath" or "fullname": path = RowReader.Text(cell, JobService.TextKing); break;
                case "documentname": name = RowReader.Text(cell, JobService.TextKing); break;
                case "contenttype": contentType = RowReader.Text(cell, JobService.TextKing); break;
                default:
                    if (toldColumns.Add(cell.Key))
                    {
                        WriteWarning($"The column '{cell.Key}' says nothing about a document and is left out; path, documentName and contentType are read.");
                    }

                    break;
            }
        }

        return (path, name, contentType);
    }
}
