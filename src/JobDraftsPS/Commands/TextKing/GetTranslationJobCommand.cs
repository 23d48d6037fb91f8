using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
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
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string ProjectId { get; set; } = string.Empty;

    /// <summary>The jobs to read (UUIDs); all of the project when left out.</summary>
    [Parameter(Position = 1, ParameterSetName = ByProject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[]? JobId { get; set; }

    /// <summary>Only the jobs in these states. The service has no such filter: all jobs are read, and the others left out.</summary>
    [Parameter]
    [ValidateSet("new", "translation-pending", "translation-delivered", "revision-requested", "completed", "canceled")]
    public string[]? State { get; set; }

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
        var states = State;
        var projectId = TextKingTargets.Project(row);
        if (row.JobId is not { } jobId)
        {
            return async context => InStates(await client.GetJobsAsync(projectId, context).ConfigureAwait(false), states);
        }

        TextKingClient.RequireId("job", jobId);
        return async context => InStates(ReadPage.Of(await client.GetJobAsync(projectId, jobId, context).ConfigureAwait(false)), states);
    }

    private static ReadPage InStates(ReadPage page, string[]? states) => states is null ? page : new ReadPage(
        page.Items.Where(job => states.Contains(((TranslationJob)job).State, StringComparer.OrdinalIgnoreCase)).ToArray(),
        page.Next is { } next ? async context => InStates(await next(context).ConfigureAwait(false), states) : null);
}
