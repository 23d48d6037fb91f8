using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Binding;

/// <summary>Checks that a row names a target that the command can work on.</summary>
internal static class Targets
{
    /// <summary>The row's job id.</summary>
    /// <exception cref="JobDraftsApiException">The row names none, or belongs to another service.</exception>
    public static string RequireJob(Row row, JobService service, string noun)
    {
        RequireService(row, service);
        return row.JobId is { Length: > 0 } jobId
            ? jobId
            : throw LocalErrors.BadValue(service, $"The row has no jobId, so it is not known which {noun} it means.", "Fill the jobId column and run the row again.");
    }

    /// <summary>The ids of the row's TEXTKING job and of the project that holds it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="projectId">The project of rows that name none; null when none was given.</param>
    /// <exception cref="JobDraftsApiException">An id is missing or is no UUID, or the row belongs to another service.</exception>
    public static (string ProjectId, string JobId) RequireTranslationJob(Row row, string? projectId)
    {
        var jobId = RequireJob(row, JobService.TextKing, "job");
        projectId = row.ProjectId ?? projectId
            ?? throw LocalErrors.BadValue(JobService.TextKing, $"Job '{jobId}' comes without the project that holds it.", "Fill the projectId column, or give -ProjectId.");
        TextKingClient.RequireId("project", projectId);
        TextKingClient.RequireId("job", jobId);
        return (projectId, jobId);
    }

    /// <summary>Refuses a row of another service.</summary>
    /// <exception cref="JobDraftsApiException">The row belongs to another service.</exception>
    public static void RequireService(Row row, JobService service)
    {
        if (row.Service is { } named && named != service)
        {
            throw LocalErrors.NotAJob(
                $"'{row.JobId ?? row.ProjectId}' belongs to {named}, and this command works on {service}.",
                $"Pass only rows of {service}, for instance with Where-Object Service -eq {service}.");
        }
    }

    /// <summary>How a warning names the row.</summary>
    public static string Place(Row row) => row.Number is { } number ? $"Row {number}: " : string.Empty;
}
