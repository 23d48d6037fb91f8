using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Errors;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads TEXTKING jobs: all of a project, or those named. Long lists stream page by page.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationJob", DefaultParameterSetName = ByProject)]
[OutputType(typeof(TranslationJob))]
public sealed class GetTranslationJobCommand : ServiceCommand
{
    private const string ByProject = "Project";
    private const string ByInput = "Input";

    private TextKingClient client = null!;
    private int rows;

    /// <summary>Projects, records, or rows with a projectId column and perhaps a jobId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project that holds the jobs (UUID).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByProject)]
    [ValidateNotNullOrEmpty]
    public string ProjectId { get; set; } = string.Empty;

    /// <summary>The jobs to read (UUIDs); all of the project when left out.</summary>
    [Parameter(Position = 1, ParameterSetName = ByProject)]
    [ValidateNotNullOrEmpty]
    public string[]? JobId { get; set; }

    private protected override void Connect() => client = new TextKingClient(Resolve(JobService.TextKing));

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByInput)
        {
            var number = ++rows;
            Attempt(InputObject, number, () => Read(RowReader.Read(InputObject, number)));
        }
        else if (JobId is null)
        {
            Attempt(ProjectId, null, () => ReadAll(ProjectId));
        }
        else
        {
            Array.ForEach(JobId, id => Attempt(id, null, () => ReadOne(ProjectId, id)));
        }
    }

    private void Read(Row row)
    {
        Targets.RequireService(row, JobService.TextKing);
        var projectId = row.ProjectId
            ?? throw LocalErrors.BadValue(JobService.TextKing, $"The row{(row.JobId is null ? string.Empty : $" of job '{row.JobId}'")} names no project.", "Fill the projectId column, or give -ProjectId.");
        if (row.JobId is { } jobId)
        {
            ReadOne(projectId, jobId);
        }
        else
        {
            ReadAll(projectId);
        }
    }

    private void ReadOne(string projectId, string jobId) =>
        WriteObject(RecordOutput.WithNotes(Await(context => client.GetJobAsync(projectId, jobId, context))));

    private void ReadAll(string projectId)
    {
        var more = true;
        string? firstBefore = null;
        for (var page = 1; more; page++)
        {
            var number = page;
            var found = Await(context => client.GetJobsAsync(projectId, number, context));
            var first = found.Jobs.Count > 0 ? found.Jobs[0].JobId : null;
            if (first is not null && first == firstBefore)
            {
                // A server that gives the same page for every number would be asked for ever.
                return;
            }

            firstBefore = first;
            foreach (var job in found.Jobs)
            {
                WriteObject(RecordOutput.WithNotes(job));
            }

            more = found.More;
        }
    }

    private void Attempt(object source, int? number, Action read)
    {
        try
        {
            read();
        }
        catch (JobDraftsApiException refused)
        {
            WriteError(refused.ToErrorRecord(source, number));
        }
    }
}
