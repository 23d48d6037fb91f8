using System.Management.Automation;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Errors;

namespace JobDraftsPS.Commands;

/// <summary>Shows what a run sent and what came of it, from its journal, also while it runs. Several journals read as one.</summary>
[Cmdlet(VerbsCommon.Get, "JobDraftJournal", DefaultParameterSetName = ByPath)]
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
        foreach (var file in ParameterSetName == ByPath ? Path.SelectMany(Files) : LiteralPath.Select(SessionState.Path.GetUnresolvedProviderPathFromPSPath))
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

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (view.WasTorn)
        {
            WriteWarning("The last line of a journal is cut off: its run was ended while it wrote, or is writing now. The line is left out.");
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

    private IEnumerable<string> Files(string pattern)
    {
        try
        {
            return SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out _);
        }
        catch (ItemNotFoundException)
        {
            return [SessionState.Path.GetUnresolvedProviderPathFromPSPath(pattern)];
        }
    }
}
