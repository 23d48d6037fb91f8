using System.Management.Automation;

namespace JobDraftsPS.Errors;

/// <summary>The one place where an exception becomes an error record: id, category, target, what happened and what to do next.</summary>
internal static class ErrorRecords
{
    /// <summary>An error of one row.</summary>
    /// <param name="error">What happened.</param>
    /// <param name="target">What was piped in, so that failed rows can be piped again.</param>
    /// <param name="row">Number of the row from 1; null when the command had no input.</param>
    public static ErrorRecord ToErrorRecord(this JobDraftsApiException error, object? target, int? row = null)
    {
        var place = row is { } number ? $"Row {number}: " : string.Empty;

        // The console shows the recommended action on a line of its own, so the message does not say it a second time.
        return new ErrorRecord(error, error.ErrorId, Category(error), target)
        {
            ErrorDetails = new ErrorDetails(place + error.Message) { RecommendedAction = error.RecommendedAction ?? string.Empty },
        };
    }

    private static ErrorCategory Category(JobDraftsApiException error) => error.Kind switch
    {
        FailureKind.Timeout => ErrorCategory.OperationTimeout,
        FailureKind.Unreadable => ErrorCategory.ParserError,
        FailureKind.Quota => ErrorCategory.LimitsExceeded,
        FailureKind.Connection => ErrorCategory.ResourceUnavailable,
        FailureKind.Authorization => ErrorCategory.AuthenticationError,
        FailureKind.Local => LocalCategory(error.ErrorId),
        _ => error.StatusCode switch
        {
            400 or 406 or 413 or 422 => ErrorCategory.InvalidData,
            401 => ErrorCategory.AuthenticationError,
            402 or 403 => ErrorCategory.PermissionDenied,
            404 => ErrorCategory.ObjectNotFound,
            409 => ErrorCategory.InvalidOperation,
            429 => ErrorCategory.LimitsExceeded,
            408 => ErrorCategory.OperationTimeout,
            >= 500 => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.InvalidResult,
        },
    };

    private static ErrorCategory LocalCategory(string errorId) => errorId switch
    {
        "JobDrafts.NoConnection" => ErrorCategory.ConnectionError,
        "JobDrafts.TokenRefused" => ErrorCategory.AuthenticationError,
        "JobDrafts.NotReady" => ErrorCategory.InvalidOperation,
        "JobDrafts.NotAJob" => ErrorCategory.InvalidType,
        "JobDrafts.FileExists" => ErrorCategory.ResourceExists,
        "JobDrafts.CannotSave" or "JobDrafts.Trace" => ErrorCategory.WriteError,
        "JobDrafts.CannotConfirm" or "JobDrafts.CannotAsk" => ErrorCategory.InvalidOperation,
        "Sorce.JOB_FROZEN" or "Sorce.JOB_NOT_EDITABLE" => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.InvalidData,
    };
}
