using JobDraftsPS.Core.Errors;

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
