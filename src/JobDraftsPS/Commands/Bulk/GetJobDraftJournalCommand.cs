using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Errors;

namespace JobDraftsPS.Commands;

/// <summary>Shows what a run sent and what came of it, from its journal, also while it runs. Several journals read as one.</summary>
[Cmdlet(VerbsCommon.Get, "JobDraftJournal", DefaultParameterSetName = ByPath, HelpUri = HelpPages.At + "Get-JobDraftJournal.md")]
[OutputType(typeof(JobDraftResult), typeof(JobDraftRunSummary))]
public sealed class GetJobDraftJournalCommand : PSCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private readonly JournalView view = new();

    /// <summary>The journals; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The journals; the paths are taken as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>One object for the whole instead of one a row.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == ByPath ? Path : LiteralPath)
        {
            try
            {
                foreach (var file in ParameterSetName == ByPath ? FilePath.Find(SessionState, path) : [FilePath.Resolve(SessionState, path)])
                {
                    Read(file);
                }
            }
            catch (JobDraftsApiException refused)
            {
                WriteError(refused.ToErrorRecord(path));
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (view.WasTorn)
        {
            WriteWarning("The last line of a journal is cut off: its run was ended while it wrote, or is writing now. The line is left out.");
        }

        if (!view.HasJournal)
        {
            // The errors have said why; a summary of nothing would read as a run with nothing to change.
            return;
        }

        if (Summary)
        {
            WriteObject(view.Summarize());
        }
        else
        {
            WriteObject(view.Results(), enumerateCollection: true);
        }
    }

    private void Read(string file)
    {
        try
        {
            view.Add(file);
        }
        catch (JobDraftsApiException refused)
        {
            WriteError(refused.ToErrorRecord(file));
        }
    }
}
