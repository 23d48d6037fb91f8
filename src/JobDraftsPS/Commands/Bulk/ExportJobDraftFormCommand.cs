using System.Management.Automation;
using JobDraftsPS.Core.Forms;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Writes the gaps of many jobs as one sheet, for a person to fill in with any spreadsheet.</summary>
[Cmdlet(VerbsData.Export, "JobDraftForm", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpPages.At + "Export-JobDraftForm.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportJobDraftFormCommand : CancellableCommand
{
    private readonly List<FormGap> gaps = [];
    private int unknown;

    /// <summary>Records of this module with their Validation.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>What stands between the cells.</summary>
    [Parameter]
    public char Delimiter { get; set; } = ',';

    /// <summary>Replaces a file of that name, with the answers that it may hold.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (InputObject.BaseObject is not JobRecord job)
        {
            var refused = Core.Errors.LocalErrors.NotAJob($"A {InputObject.BaseObject.GetType().FullName} is no record of a job.", "Pipe what Update-JobDraft, Get-JobListing or another command of this module wrote.");
            WriteError(Errors.ErrorRecords.ToErrorRecord(refused, InputObject));
        }
        else if (job.Validation is null)
        {
            unknown++;
        }
        else
        {
            gaps.AddRange(FormGap.Of(job));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (unknown > 0)
        {
            WriteWarning($"Of {unknown} records it is not known what they lack; they are left out. What Update-JobDraft writes tells it.");
        }

        if (gaps.Count == 0)
        {
            WriteWarning("Nothing is missing, so no form is written.");
            return;
        }

        if (!Confirm(Path, $"Write a form of {gaps.Count} gaps"))
        {
            return;
        }

        try
        {
            var file = Binding.FilePath.Resolve(SessionState, Path);
            FormFile.Write(file, gaps, Delimiter, Force);
            WriteObject(new FileInfo(file));
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused, Path);
        }
    }
}
