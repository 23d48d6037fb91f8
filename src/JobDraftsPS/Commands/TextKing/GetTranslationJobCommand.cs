using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads TEXTKING jobs: all of a project, or those named. Long lists stream page by page.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationJob", DefaultParameterSetName = ByProject)]
[OutputType(typeof(TranslationJob))]
public sealed class GetTranslationJobCommand : ReadingCommand
{
    private const string ByProject = "Project";

    private TextKingClient client = null!;

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
            Accept(InputObject);
        }
        else if (JobId is null)
        {
            Accept(ProjectId, () => new Row(null, ProjectId) { ProjectId = ProjectId });
        }
        else
        {
            Array.ForEach(JobId, id => Accept(id, () => new Row(null, id) { ProjectId = ProjectId, JobId = id }));
        }
    }

    private protected override Func<CallContext, Task<ReadPage>> Prepare(Row row)
    {
        Targets.RequireService(row, JobService.TextKing);
        var projectId = row.ProjectId
            ?? throw LocalErrors.BadValue(JobService.TextKing, $"The row{(row.JobId is null ? string.Empty : $" of job '{row.JobId}'")} names no project.", "Fill the projectId column, or give -ProjectId.");
        TextKingClient.RequireId("project", projectId);
        if (row.JobId is not { } jobId)
        {
            return context => client.GetJobsAsync(projectId, context);
        }

        TextKingClient.RequireId("job", jobId);
        return async context => ReadPage.Of(await client.GetJobAsync(projectId, jobId, context).ConfigureAwait(false));
    }
}
