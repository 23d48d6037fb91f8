using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Completion;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Reads TEXTKING jobs: all of the account or of a project, or those named. Long lists stream page by page.</summary>
[Cmdlet(VerbsCommon.Get, "TranslationJob", DefaultParameterSetName = ByProject, HelpUri = HelpPages.At + "Get-TranslationJob.md")]
[OutputType(typeof(TranslationJob))]
public sealed class GetTranslationJobCommand : ReadingCommand
{
    private const string ByProject = "Project";

    private TextKingClient client = null!;

    /// <summary>Projects, records, or rows with a projectId column and perhaps a jobId column.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The project that holds the jobs (UUID); left out, the jobs of all projects are read, one list a project.</summary>
    [Parameter(Position = 0, ParameterSetName = ByProject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string? ProjectId { get; set; }

    /// <summary>The jobs to read (UUIDs), or patterns; all of the project when left out.</summary>
    [Parameter(Position = 1, ParameterSetName = ByProject)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TranslationIdCompleter))]
    public string[]? JobId { get; set; }

    /// <summary>Only those whose title is like this; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Title { get; set; } = [];

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
        else if (ProjectId is null)
        {
            Accept("all projects", () => new Row(null, "all projects"));
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
        if (ParameterSetName == ByProject && row.ProjectId is null)
        {
            return new RecordFilter(Title, State, JobId).Over(context => OfProjectsAsync(inner => client.GetProjectsAsync(null, inner), context));
        }

        var projectId = TextKingTargets.Project(row);
        var filter = new RecordFilter(Title, State);
        if (row.JobId is not { } jobId)
        {
            return filter.Over(InProjectAsync);
        }

        if (!RecordFilter.IsPattern(jobId))
        {
            TextKingClient.RequireId("job", jobId);
        }

        return filter.Find(jobId, InProjectAsync, async context => ReadPage.Of(await client.GetJobAsync(projectId, jobId, context).ConfigureAwait(false)));

        Task<ReadPage> InProjectAsync(CallContext context) => client.GetJobsAsync(projectId, context);
    }

    /// <summary>The jobs of all projects: a page of jobs at a time, project after project.</summary>
    private async Task<ReadPage> OfProjectsAsync(Func<CallContext, Task<ReadPage>> projects, CallContext context)
    {
        var page = await projects(context).ConfigureAwait(false);
        Func<CallContext, Task<ReadPage>>? rest = page.Next is { } next ? later => OfProjectsAsync(next, later) : null;
        for (var i = page.Items.Count - 1; i >= 0; i--)
        {
            var (projectId, after) = (((TranslationProject)page.Items[i]).ProjectId, rest);
            rest = later => ThenAsync(inner => client.GetJobsAsync(projectId, inner), after, later);
        }

        return rest is null ? new ReadPage([], null) : await rest(context).ConfigureAwait(false);
    }

    private static async Task<ReadPage> ThenAsync(Func<CallContext, Task<ReadPage>> list, Func<CallContext, Task<ReadPage>>? after, CallContext context)
    {
        var page = await list(context).ConfigureAwait(false);
        return new ReadPage(page.Items, page.Next is { } next ? later => ThenAsync(next, after, later) : after);
    }
}
