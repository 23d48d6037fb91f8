using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <content>Projects, their line items and coupons.</content>
public sealed partial class TextKingClient
{
    /// <summary>The account's projects, newest first, page by page.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="context">How the call waits and reports.</param>
    public Task<ReadPage> GetProjectsAsync(string? state, CallContext context) =>
        GetPageAsync(ProjectList(state), TextKingReader.Project, project => project.ProjectId, context);

    /// <summary>One project.</summary>
    public Task<TranslationProject> GetProjectAsync(string projectId, CallContext context) =>
        RunAsync<TranslationProject>(new ApiCall(ProjectRead(projectId), TextKingReader.Project, "the project's id"), context);

    /// <summary>A project that is still prepared gets its <see cref="TranslationProject.Validation"/>, for which its jobs are read.</summary>
    public async Task<IReadOnlyList<TranslationJob>> ValidateAsync(TranslationProject project, CallContext context)
    {
        if (project.State != ProjectStates.Prepared)
        {
            return [];
        }

        var jobs = await AllAsync<TranslationJob>(GetJobsAsync(project.ProjectId, context), context).ConfigureAwait(false);
        project.Validation = TranslationProjectGaps.Find(project, jobs);
        return jobs;
    }

    /// <summary>The projects of a page with their validations, a few at a time, so that the first can be shown before the last is read.</summary>
    /// <param name="page">A page of projects.</param>
    /// <param name="sideBySide">How many are read at once.</param>
    /// <param name="context">How the calls wait and report.</param>
    public async Task<ReadPage> ValidateAsync(ReadPage page, int sideBySide, CallContext context)
    {
        return await PartAsync(page, 0, context).ConfigureAwait(false);

        async Task<ReadPage> PartAsync(ReadPage whole, int from, CallContext current)
        {
            var part = whole.Items.Skip(from).Take(sideBySide).ToArray();
            await Task.WhenAll(part.Cast<TranslationProject>().Select(project => TryValidateAsync(project, current))).ConfigureAwait(false);
            var end = from + part.Length;
            Func<CallContext, Task<ReadPage>>? next = end < whole.Items.Count ? later => PartAsync(whole, end, later)
                : whole.Next is { } following ? async later => await PartAsync(await following(later).ConfigureAwait(false), 0, later).ConfigureAwait(false)
                : null;
            return new ReadPage(part, next);
        }
    }

    /// <summary>One project whose jobs cannot be read, perhaps because it was deleted meanwhile, does not take the others along.</summary>
    private async Task TryValidateAsync(TranslationProject project, CallContext context)
    {
        try
        {
            await ValidateAsync(project, context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException failed)
        {
            context.Log.Warning($"What keeps project '{project.ProjectId}' from being started is not known: {failed.Message}");
        }
    }

    /// <summary>What the start of a project would order.</summary>
    public async Task<ProjectOrder> GetOrderAsync(string projectId, CallContext context)
    {
        var project = await GetProjectAsync(projectId, context).ConfigureAwait(false);
        return new ProjectOrder(project, await ValidateAsync(project, context).ConfigureAwait(false));
    }

    /// <summary>Creates a project; it is prepared and has no jobs.</summary>
    /// <exception cref="JobDraftsApiException">The name is missing; nothing was sent.</exception>
    public JobWrite CreateProject(IReadOnlyList<FieldChange> fields)
    {
        TranslationProjectFields.RequireSendable(fields, isNew: true);
        var request = new ApiRequest("POST", TextKingRoutes.Projects, "the creation of a project") { Json = Body(fields) };
        var call = new ApiCall(request, element => TextKingReader.Project(element) is { } project ? Validated(project, []) : null, "the project's id")
        {
            // No project becomes prepared again, so the prepared ones are all that a new one can be among.
            Safety = CallSafety.Adopt(
                CreatedEntry.In("projects", context => EntriesAsync(ProjectList(ProjectStates.Prepared), context), fields, ProjectFields),
                "Get-TranslationProject -State prepared shows whether it is there: if not, create it again."),
            Contradictions = answer => CreatedEntry.Differences(answer, fields, ProjectFields),
            Known = () => new TranslationProject { Name = TextOf(fields, "name") },
        };
        return new JobWrite(session, call, TextKingErrors.Read, Create, null, null);
    }

    /// <summary>Writes fields of a prepared project. The service keeps what is not sent.</summary>
    /// <exception cref="JobDraftsApiException">A field is wrong; nothing was sent.</exception>
    public JobWrite UpdateProject(string projectId, IReadOnlyList<FieldChange> fields)
    {
        RequireId("project", projectId);
        TranslationProjectFields.RequireSendable(fields, isNew: false);
        var request = new ApiRequest("PUT", TextKingRoutes.Project, $"the update of project '{projectId}'", projectId) { Json = Body(fields) };
        var call = new ApiCall(request, TextKingReader.Project, "the project's id")
        {
            Contradictions = answer => CreatedEntry.Differences(answer, fields, ProjectFields),
            ReadBack = context => ReadRawAsync(ProjectRead(projectId), TextKingReader.Project, "the project's id", context),
            Known = () => new TranslationProject { ProjectId = projectId, Name = TextOf(fields, "name") },
        };
        return Write(Change, call, projectId, null, finish: TellOtherProject(request, projectId));
    }

    /// <summary>Starts a project: a billed order. A second start is refused, so after a lost reply the state is read instead.</summary>
    /// <param name="projectId">The project (UUID).</param>
    /// <param name="agreed">The order that was agreed to: while somebody thought about it, it may have become another one. Null to order what there is.</param>
    public JobWrite Start(string projectId, ProjectOrder? agreed = null) => ChangeState(
        projectId,
        Order,
        $"the start of project '{projectId}'",
        ProjectStates.Running,
        [ProjectStates.Running, ProjectStates.Finished],
        "if it is still prepared, start it again.",
        agreed is null ? null : async context => TextKingErrors.RequireSame(agreed, await GetOrderAsync(projectId, context).ConfigureAwait(false)));

    /// <summary>Cancels a prepared project. A second time is refused, so after a lost reply the state is read instead.</summary>
    public JobWrite Cancel(string projectId) => ChangeState(
        projectId, End, $"the cancellation of project '{projectId}'", ProjectStates.Canceled, [ProjectStates.Canceled], "if it is still prepared, cancel it again.");

    /// <summary>Deletes a prepared project with its jobs.</summary>
    public JobWrite DeleteProject(string projectId)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("DELETE", TextKingRoutes.Project, $"the deletion of project '{projectId}'", projectId);
        return Write(Delete, Removal(request, context => GetProjectAsync(projectId, context), $"Get-TranslationProject {projectId} shows whether it is still there."), projectId, null);
    }

    /// <summary>Why a project cannot be started, as far as its state and <see cref="TranslationProject.Validation"/> tell; null when nothing is known to be in the way.</summary>
    public static JobDraftsApiException? WhyNotStartable(TranslationProject project) => TextKingErrors.NotStartable(project);

    /// <summary>The extra services of a project, page by page.</summary>
    public Task<ReadPage> GetLineItemsAsync(string projectId, CallContext context)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("GET", TextKingRoutes.LineItems, $"the line items of project '{projectId}'", projectId);
        return GetPageAsync(request, element => TextKingReader.LineItem(element, projectId), item => item.LineItemId, context);
    }

    /// <summary>The coupon of a project; nothing where it has none.</summary>
    public async Task<ReadPage> GetCouponAsync(string projectId, CallContext context)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("GET", TextKingRoutes.Coupon, $"the read of the coupon of project '{projectId}'", projectId);
        try
        {
            return ReadPage.Of(await RunAsync<TranslationCoupon>(new ApiCall(request, element => TextKingReader.Coupon(element, projectId), "the coupon's name"), context).ConfigureAwait(false));
        }
        catch (JobDraftsApiException missing) when (missing.StatusCode == TextKingAssumptions.MissingCouponStatus)
        {
            // The same answer stands for a project that is not there; that one is an error.
            await GetProjectAsync(projectId, context).ConfigureAwait(false);
            context.Log.Verbose($"TextKing project '{projectId}' has no coupon.");
            return ReadPage.Of();
        }
    }

    private static string? TextOf(IReadOnlyList<FieldChange> fields, string name) => fields.FirstOrDefault(change => change.Field == name)?.Value as string;

    private static string Body(IReadOnlyList<FieldChange> fields) =>
        PlainJson.Write(fields.Select(change => new KeyValuePair<string, object?>(change.Field, change.Value)));

    private static ApiRequest ProjectList(string? state) =>
        new("GET", TextKingRoutes.Projects, "the list of projects") { Query = state is null ? [] : [new("state", state)] };

    private static ApiRequest ProjectRead(string projectId)
    {
        RequireId("project", projectId);
        return new ApiRequest("GET", TextKingRoutes.Project, $"the read of project '{projectId}'", projectId);
    }

    private static Func<object, CallContext, object> TellOtherProject(ApiRequest request, string projectId) => (record, context) =>
    {
        TellOtherId(request.Purpose, projectId, ((TranslationProject)record).ProjectId, context);
        return record;
    };

    private static TranslationProject Validated(TranslationProject project, IReadOnlyList<TranslationJob> jobs)
    {
        project.Validation = TranslationProjectGaps.Find(project, jobs);
        return project;
    }

    private JobWrite ChangeState(string projectId, string operation, string purpose, string wanted, string[] done, string otherwise, Func<CallContext, Task>? check = null)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("PUT", TextKingRoutes.Project, purpose, projectId) { Json = Body([new("state", wanted)]) };
        var call = new ApiCall(request, TextKingReader.Project, "the project's id")
        {
            Safety = CallSafety.LookFirst(context => ReadIfDoneAsync(projectId, done, context), $"Get-TranslationProject {projectId} shows its state: {otherwise}"),
            Contradictions = answer => new RecordReader(answer).Text("state") is { } state && !done.Contains(state) ? [$"the state is {state}"] : [],
            ReadBack = context => ReadRawAsync(ProjectRead(projectId), TextKingReader.Project, "the project's id", context),
            Known = () => new TranslationProject { ProjectId = projectId },
        };
        return Write(operation, call, projectId, null, check: check, finish: TellOtherProject(request, projectId));
    }

    /// <summary>The project, if it is in one of the states that the lost call leads to.</summary>
    private async Task<JsonElement?> ReadIfDoneAsync(string projectId, string[] done, CallContext context)
    {
        var call = new ApiCall(ProjectRead(projectId), element => TextKingReader.Project(element) is { State: { } state } ? new Looked(element, state) : null, "the project's state");
        var found = await RunAsync<Looked>(call, context).ConfigureAwait(false);
        if (done.Contains(found.State))
        {
            return found.Project;
        }

        return ProjectStates.All.Contains(found.State) ? null : throw TextKingErrors.UnknownState(projectId, found.State);
    }

    private sealed record Looked(JsonElement Project, string State);
}
