using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Forms;
using JobDraftsPS.Core.Sheets;
using JobDraftsPS.Errors;

namespace JobDraftsPS.Commands;

/// <summary>Reads the answers of a form, checks each, and gives one row a job for the commands that edit.</summary>
[Cmdlet(VerbsData.Import, "JobDraftForm", HelpUri = HelpPages.At + "Import-JobDraftForm.md")]
[OutputType(typeof(PSObject))]
public sealed class ImportJobDraftFormCommand : PSCmdlet
{
    private readonly Dictionary<string, PSObject> byJob = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PSObject> rows = [];

    /// <summary>The form.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The form's encoding by name; left out, it is found, or UTF-8.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EncodingName]
    public string? Encoding { get; set; }

    /// <summary>What stands between the cells; left out, it is found.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            foreach (var answer in FormFile.Read(FilePath.Resolve(SessionState, Path), new SheetOptions { Encoding = Encoding, Delimiter = Delimiter }))
            {
                Take(answer);
            }
        }
        catch (JobDraftsApiException refused)
        {
            ThrowTerminatingError(refused.ToErrorRecord(Path));
        }

        WriteObject(rows, enumerateCollection: true);
    }

    private void Take(FormAnswer answer)
    {
        var problem = answer.Problem;
        if (problem is null)
        {
            var row = RowOf(answer);
            if (row.Properties[answer.Field] is null)
            {
                row.Properties.Add(new PSNoteProperty(answer.Field, answer.Value));
                return;
            }

            problem = $"The form answers '{answer.Field}' of '{answer.JobId}' twice";
        }

        WriteError(LocalErrors.BadValue(null, problem + ".", "Correct the answer in the form and import it again.").ToErrorRecord(answer.JobId, answer.Row));
    }

    private PSObject RowOf(FormAnswer answer)
    {
        var key = $"{answer.Service}/{answer.ProjectId}/{answer.JobId}";
        if (!byJob.TryGetValue(key, out var row))
        {
            byJob[key] = row = new PSObject();
            row.Properties.Add(new PSNoteProperty("Service", answer.Service.ToString()));
            row.Properties.Add(new PSNoteProperty("ProjectId", answer.ProjectId));
            row.Properties.Add(new PSNoteProperty("JobId", answer.JobId));
            rows.Add(row);
        }

        return row;
    }
}
