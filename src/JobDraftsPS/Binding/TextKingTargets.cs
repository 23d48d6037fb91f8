using System.Management.Automation;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Binding;

/// <summary>The ids that a row of TEXTKING names, checked before anything is sent.</summary>
internal static class TextKingTargets
{
    /// <summary>Reads a piped object of which a text is a project's id.</summary>
    /// <exception cref="JobDraftsApiException">It is nothing that this module knows.</exception>
    public static Row ReadProject(PSObject input, int number) => input.BaseObject is string or Guid
        ? new Row(number, input.BaseObject) { ProjectId = input.BaseObject.ToString()!.Trim() }
        : RowReader.Read(input, number);

    /// <summary>Reads a piped object that names a callback, by a record or a <c>callbackId</c> column.</summary>
    /// <exception cref="JobDraftsApiException">It is nothing that this module knows.</exception>
    public static Row ReadCallback(PSObject input, int number)
    {
        var row = RowReader.Read(input, number);
        var column = row.Cells.FirstOrDefault(cell => FieldSet.Key(cell.Key) == "callbackid");
        return column.Key is null ? row : new Row(row.Number, row.Source)
        {
            Service = row.Service,
            ProjectId = row.ProjectId,
            JobId = row.JobId,
            CallbackId = column.Value.ToString()!.Trim(),
            Clear = row.Clear,
            Cells = row.Cells.Where(cell => cell.Key != column.Key).ToArray(),
        };
    }

    /// <summary>The project of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="given">The project of rows that name none.</param>
    /// <exception cref="JobDraftsApiException">It names none, or the id is wrong.</exception>
    public static string Project(Row row, string? given = null)
    {
        Targets.RequireService(row, JobService.TextKing);
        var projectId = row.ProjectId ?? given ?? throw LocalErrors.BadValue(
            JobService.TextKing,
            row.JobId is { } jobId ? $"Job '{jobId}' comes without the project that holds it: its row names no project." : "The row names no project.",
            "Fill the projectId column, or give -ProjectId.");
        TextKingClient.RequireId("project", projectId);
        return projectId;
    }

    /// <summary>The project that a row wants changed as a whole. A job names a project too, and does not mean that.</summary>
    /// <exception cref="JobDraftsApiException">It names none, or a job.</exception>
    public static string WholeProject(Row row)
    {
        var projectId = Project(row);
        return row.JobId is not { } jobId ? projectId : throw LocalErrors.NotAJob(
            $"'{jobId}' is a job of project '{projectId}', and this command works on whole projects.",
            "Pipe projects (Get-TranslationProject), project ids, or rows with a projectId column and no jobId.");
    }

    /// <summary>The job of a row.</summary>
    /// <exception cref="JobDraftsApiException">It names none, or an id is wrong.</exception>
    public static (string ProjectId, string JobId) Job(Row row, string? givenProject)
    {
        var jobId = Targets.RequireJob(row, JobService.TextKing, "job");
        var projectId = Project(row, givenProject);
        TextKingClient.RequireId("job", jobId);
        return (projectId, jobId);
    }

    /// <summary>The callback of a row.</summary>
    /// <exception cref="JobDraftsApiException">It names none, or an id is wrong.</exception>
    public static (string ProjectId, string JobId, string CallbackId) Callback(Row row)
    {
        var (projectId, jobId) = Job(row, null);
        var callbackId = row.CallbackId ?? throw LocalErrors.BadValue(JobService.TextKing, $"The row of job '{jobId}' names no callback.", "Fill the callbackId column, or pipe callbacks from Get-TranslationCallback.");
        TextKingClient.RequireId("callback", callbackId);
        return (projectId, jobId, callbackId);
    }

    /// <summary>How a question names a project.</summary>
    public static string Name(Row row, string projectId) =>
        $"TextKing project '{projectId}'" + EditText.Titled(row.Title);
}
