using System.Globalization;

namespace JobDraftsPS.Core.Errors;

/// <summary>What is refused here, before anything is sent.</summary>
public static class LocalErrors
{
    /// <summary>There is no connection and the environment holds no token.</summary>
    public static JobDraftsApiException NoConnection(JobService service, IReadOnlyList<string> variables) => Local(
        "NoConnection",
        $"There is no connection to {service}: Connect-JobDraftService was not run in this session, and the environment variable {string.Join(" or ", variables)} is not set. Nothing was sent.",
        $"Run Connect-JobDraftService -Service {service} first, or set the environment variable {string.Join(" or ", variables)}.",
        service);

    /// <summary>A call through a connection that was ended.</summary>
    public static JobDraftsApiException Disconnected(JobService service) => Local(
        "NoConnection",
        $"The connection to {service} has been disconnected. Nothing was sent.",
        $"Run Connect-JobDraftService -Service {service} again.",
        service);

    /// <summary>The service refused the token for so many rows that it is not tried again.</summary>
    public static JobDraftsApiException TokenRefused(JobService service, int inARow) => Local(
        "TokenRefused",
        $"{service} refused the token {inARow} times in a row (401), so it is not tried for further rows. Nothing was sent.",
        $"{ConnectAgain(service)} Then run the rows again.",
        service);

    /// <summary>A connection was given, but not to the service that is needed.</summary>
    public static JobDraftsApiException WrongConnection(JobService service, IEnumerable<string> given) => Local(
        "NoConnection",
        $"The connection given is to {string.Join(" and ", given)}, and {service} is needed. Nothing was sent.",
        $"Give a connection made with Connect-JobDraftService -Service {service} -PassThru, or leave -Connection out.",
        service);

    /// <summary>Connecting without a token.</summary>
    public static JobDraftsApiException NoToken(JobService service, IReadOnlyList<string> variables) => Local(
        "NoConnection",
        $"No token was given for {service} and the environment variable {string.Join(" or ", variables)} is not set. Nothing was sent.",
        "Give -Token (Read-Host -AsSecureString), -Credential, or set the environment variable.",
        service);

    /// <summary>More than one new entry could be what a create made whose reply was lost.</summary>
    public static JobDraftsApiException SeveralMatch(string list, IReadOnlyList<string> ids) => Local(
        "Journal",
        $"{ids.Count} new entries in the {list} hold what was sent ({string.Join(", ", ids.Take(5))}), and which of them this row made is not known.",
        "Look at these entries, keep one, and take the row out.");

    /// <summary>A create was sent, and the list in which it is missing may go on beyond what was answered.</summary>
    public static JobDraftsApiException ListMayBeCut(string list) => Local(
        "Journal",
        $"The new entry is not among the {list} that the service lists, and the service does not say that these are all.",
        "Look for the entry at the service. If it is there, take the row out; if not, run the row again.");

    /// <summary>A create was sent, and what was there before it is not known.</summary>
    public static JobDraftsApiException NobodyLooked(string list) => Local(
        "Journal",
        $"What the {list} held before is not known, so a new entry cannot be told from an old one.",
        "Look for the entry at the service, and take the row out if it is there.");

    /// <summary>A token that cannot be a header's value; its text is not shown.</summary>
    public static JobDraftsApiException BadToken(JobService service) => Local(
        "BadValue",
        $"The token for {service} holds a blank, a line break or a letter beyond ASCII, which no token has. Nothing was sent.",
        "Copy the token again, without quotes or blanks around it.",
        service);

    /// <summary>An address that a token must not be sent to.</summary>
    public static JobDraftsApiException BadBaseUri(string address, string why) => Local(
        "BadValue", $"The base address '{address}' cannot be used: {why}. Nothing was sent.", "Give -BaseUri with the address of the API.");

    /// <summary>A field that the service does not have.</summary>
    public static JobDraftsApiException UnknownField(JobService service, string field, string? nearest) => Local(
        "UnknownField",
        $"{service} has no field '{field}' to edit{(nearest is null ? "." : $"; did you mean '{nearest}'?")} Nothing was sent.",
        "Correct the name; -SkipCheck sends it all the same where the command has it.",
        service);

    /// <summary>A value that does not fit its field.</summary>
    public static JobDraftsApiException BadValue(JobService? service, string message, string? action = null) => Local(
        "BadValue", $"{message} Nothing was sent.", action ?? "Correct the value and run the row again.", service);

    /// <summary>A run is to go on, and it is not said where it came to: without its journal everything would be sent again.</summary>
    public static JobDraftsApiException ResumeNeedsJournal() => Local(
        "BadValue", "-Resume goes on with a journal, and none is given. Nothing was sent.", "Give -JournalPath with the journal of the run, or leave -Resume out.");

    /// <summary>A row names no service and more than one could be meant, or none.</summary>
    public static JobDraftsApiException WhichService(string? jobId, string[] connected) => Local(
        connected.Length == 0 ? "NoConnection" : "BadValue",
        connected.Length == 0
            ? $"There is no connection that could publish job '{jobId}'. Nothing was sent."
            : $"It is not known whether job '{jobId}' belongs to {string.Join(" or ", connected)}. Nothing was sent.",
        connected.Length == 0
            ? "Run Connect-JobDraftService first, or set the environment variable OT_API_TOKEN or SORCE_API_KEY."
            : "Add -Service, a service column, or pipe records.");

    /// <summary>A job that has gaps. Where the service has a code that says the same, the error has it.</summary>
    public static JobDraftsApiException NotReady(JobService service, string jobId, JobValidation validation)
    {
        var code = service == JobService.Sorce ? "VALIDATION_FAILED" : null;
        return new(code is null ? "JobDrafts.NotReady" : $"{service}.{code}", $"{service} job '{jobId}' is {validation}. Nothing was sent.")
        {
            Service = service,
            Kind = FailureKind.Local,
            Code = code,
            Outcome = CallOutcome.NotSent,
            FieldErrors = validation.MissingFields.ToDictionary(gap => gap.Field, gap => gap.Message ?? "missing"),
            Validation = validation,
            RecommendedAction = "Fill the gaps that .Validation.MissingFields names, then publish the record that comes back; -SkipCheck lets the service decide.",
        };
    }

    /// <summary>A document of a format that is not translated; the service would say the same.</summary>
    public static JobDraftsApiException WrongDocumentType(string name, string allowed) => new(
        "TextKing.Http406",
        $"TextKing does not translate documents like '{name}': {allowed} are allowed. Nothing was sent.")
    {
        Service = JobService.TextKing,
        Kind = FailureKind.Local,
        Outcome = CallOutcome.NotSent,
        RecommendedAction = "Save the document in one of these formats, or give -ContentType when its name hides one of them.",
    };

    /// <summary>A file is in the way of a download.</summary>
    public static JobDraftsApiException FileExists(string path) => Local(
        "FileExists", $"There is a file '{path}' already, and it was left as it is.", "Give another -Path, or add -Force to replace the file.");

    /// <summary>A download cannot be kept.</summary>
    public static JobDraftsApiException CannotSave(string path, string why) => Local(
        "CannotSave", $"'{path}' cannot be written: {End(why)} Nothing is left of the download.", "Make room, or give a -Path that can be written.");

    /// <summary>A trace that cannot be made.</summary>
    public static JobDraftsApiException Trace(string path, string why) => Local(
        "Trace", $"The trace '{path}' cannot be written: {End(why)} Nothing was sent.", "Give -TracePath with a new file in a folder that can be written.");

    /// <summary>A project that cannot be ordered.</summary>
    public static JobDraftsApiException NotStartable(string message, JobValidation? validation, string action) =>
        new("JobDrafts.NotReady", $"{message} Nothing was sent.")
        {
            Service = JobService.TextKing,
            Kind = FailureKind.Local,
            Outcome = CallOutcome.NotSent,
            Validation = validation,
            RecommendedAction = action,
        };

    /// <summary>Something that is no job of this command.</summary>
    public static JobDraftsApiException NotAJob(string message, string action) => Local("NotAJob", $"{message} Nothing was sent.", action);

    /// <summary>A sheet that cannot be read as one.</summary>
    public static JobDraftsApiException Sheet(string path, string why) => Local(
        "Plan", $"The sheet '{path}' cannot be read: {End(why)} Nothing was sent.", "Correct the file, or say its -Encoding and -Delimiter.");

    /// <summary>A sheet that cannot be written.</summary>
    public static JobDraftsApiException SheetNotWritten(string path, string why) => Local(
        "Sheet", $"The sheet cannot be written to '{path}': {End(why)} A file of that name is as it was.", "Give a path in a folder that can be written, and close the file where a program has it open.");

    /// <summary>A sheet that is there already.</summary>
    public static JobDraftsApiException SheetExists(string path) => Local(
        "Sheet", $"There is a file '{path}' already, and it may hold somebody's edits. It is as it was.", "Give another path, or -Force to replace it.");

    /// <summary>A form that cannot be written or read.</summary>
    public static JobDraftsApiException Form(string message, string action) => Local("Form", $"{message} Nothing was sent.", action);

    /// <summary>A plan that cannot be made, read or applied.</summary>
    public static JobDraftsApiException Plan(string message, string action) => Local("Plan", $"{message} Nothing was sent.", action);

    /// <summary>A part of a plan has used its share of the daily publications.</summary>
    internal static JobDraftsApiException ShareUsed(DateTimeOffset until, TimeSpan wait) => new("OpenTrain.QuotaExceeded", string.Format(
        CultureInfo.InvariantCulture, "The plan's share of OpenTrain's daily publications is used up, so the row was not sent. It can go on at {0:yyyy-MM-dd HH:mm:ss} UTC.", until.UtcDateTime))
    {
        Service = JobService.OpenTrain,
        Kind = FailureKind.Quota,
        Code = "QuotaExceeded",
        RetryAfter = wait,
        Outcome = CallOutcome.NotSent,
        RecommendedAction = "Run the same part again on another day with the same -JournalPath.",
    };

    /// <summary>More rows of a plan failed than -FailOn allows.</summary>
    public static JobDraftsApiException RunFailed(int failed, int rows, string allowed) => new("JobDrafts.Plan", $"{failed} of {rows} rows failed, and -FailOn says {allowed}. The other rows have their results.")
    {
        Kind = FailureKind.Local,
        Outcome = CallOutcome.Applied,
        RecommendedAction = "The results name each failed row; the summary says how to do the rest.",
    };

    /// <summary>A row of a plan that is left out on purpose.</summary>
    public static JobDraftsApiException Skipped(JobService service, string code, string message) => new("JobDrafts.Plan", message)
    {
        Service = service,
        Kind = FailureKind.Local,
        Code = code,
        Outcome = CallOutcome.Skipped,
    };

    /// <summary>A row of a plan that is not sent now and keeps its place for another run.</summary>
    public static JobDraftsApiException Later(JobService service, string code, string message) => new("JobDrafts.Plan", message)
    {
        Service = service,
        Kind = FailureKind.Local,
        Code = code,
        Outcome = CallOutcome.NotSent,
    };

    /// <summary>The first step of a row was done and the second was not; the same row again does the rest.</summary>
    internal static JobDraftsApiException HalfDone(object done, JobDraftsApiException failed) =>
        new(failed.ErrorId, $"{done} was created, but its further fields were not written. {failed.Message}", failed)
        {
            Service = failed.Service,
            Kind = failed.Kind,
            StatusCode = failed.StatusCode,
            Code = failed.Code,
            Reason = failed.Reason,
            ServiceMessage = failed.ServiceMessage,
            RequestId = failed.RequestId,
            RetryAfter = failed.RetryAfter,
            FieldErrors = failed.FieldErrors,
            Outcome = failed.Outcome == CallOutcome.NotSent ? CallOutcome.Refused : failed.Outcome,
            RecommendedAction = "Run the same row again: it finds the draft by its key and writes the rest. " + failed.RecommendedAction,
            Validation = failed.Validation,
            Record = done,
        };

    /// <summary>A journal that cannot be used.</summary>
    public static JobDraftsApiException Journal(string path, string why, string action) => Local(
        "Journal", $"The journal '{path}' cannot be used: {End(why)} Nothing was sent, and the journal was not changed.", action);

    /// <summary>A journal that could not be written: what it does not have must not be sent.</summary>
    public static JobDraftsApiException JournalStopped(string path, string why) => Local(
        "Journal",
        $"The journal '{path}' cannot be written: {End(why)} This row and those after it were not sent; what was sent before is in the journal.",
        "Make room, then run it again with the same journal: with another one, rows that are done would be sent again.");

    /// <summary>A quota is used up for longer than the call may wait.</summary>
    public static JobDraftsApiException QuotaExceeded(JobService service, string purpose, string why, DateTimeOffset until, TimeSpan wait, TimeSpan maxWait) =>
        new($"{service}.QuotaExceeded", string.Format(
            CultureInfo.InvariantCulture,
            "{0}'s quota is used up ({1}), so {2} was not sent. It can go on at {3:yyyy-MM-dd HH:mm:ss} UTC; that is longer away than -MaxWaitSec {4:0}. Nothing was changed.",
            service,
            why,
            purpose,
            until.UtcDateTime,
            maxWait.TotalSeconds))
        {
            Service = service,
            Kind = FailureKind.Quota,
            Code = "QuotaExceeded",
            RetryAfter = wait,
            Outcome = CallOutcome.NotSent,
            RecommendedAction = string.Format(CultureInfo.InvariantCulture, "Run the rest again after {0:yyyy-MM-dd HH:mm:ss} UTC; with the same -JournalPath only what is left is sent.", until.UtcDateTime),
        };

    /// <summary>A create found the job that the same content made before, and that is no draft any more.</summary>
    public static JobDraftsApiException NotADraftAnyMore(string jobId, string status) =>
        new("OpenTrain.CONFLICT", $"The same content has made job '{jobId}' before, and that is {status} now. No new draft was made; nothing was changed.")
        {
            Service = JobService.OpenTrain,
            Kind = FailureKind.Status,
            StatusCode = 409,
            Code = "CONFLICT",
            Outcome = CallOutcome.Refused,
            RecommendedAction = "To post the same text anew, give -ExternalId with a reference of its own, for instance the month.",
        };

    /// <summary>A job that the list of one's own jobs does not have.</summary>
    public static JobDraftsApiException NotAmongOwn(string jobId, IReadOnlyList<string> statuses) =>
        new("OpenTrain.NOT_FOUND", $"OpenTrain job '{jobId}' is not among this account's jobs with the status {string.Join(" or ", statuses)}. Nothing was changed.")
        {
            Service = JobService.OpenTrain,
            Kind = FailureKind.Status,
            StatusCode = 404,
            Code = "NOT_FOUND",
            Outcome = CallOutcome.Refused,
            RecommendedAction = "Check the id; -Status DRAFT, OPEN, ARCHIVED looks among jobs of other statuses too.",
        };

    /// <summary>A confirmation is needed and the host cannot ask.</summary>
    public static JobDraftsApiException CannotConfirm(string target) => Local(
        "CannotConfirm",
        $"A confirmation is needed for {target}, and this host cannot ask; -Confirm:$false runs without questions. Nothing was sent.",
        "Add -Confirm:$false to run without questions.");

    /// <summary>An answer to a draft's gap that cannot be used.</summary>
    public static JobDraftsApiException BadAnswer(string jobId, string message, bool hasWritten) => Local(
        "BadValue",
        $"OpenTrain draft '{jobId}': {message} {(hasWritten ? "What was answered before is written; nothing more was sent." : "Nothing was sent.")}",
        "Correct the answer and run the draft again.",
        JobService.OpenTrain);

    /// <summary>Gaps are to be asked for, and the host has nobody to ask.</summary>
    /// <param name="wanted">Each field that is wanted, with type, values and the drafts that want it.</param>
    /// <param name="hasWritten">True when answers were written before.</param>
    public static JobDraftsApiException CannotAsk(IReadOnlyDictionary<string, string> wanted, bool hasWritten) =>
        new("JobDrafts.CannotAsk", $"Answers are needed, and this host cannot ask. Wanted: {string.Join("; ", wanted.Values)}. {(hasWritten ? "What was answered before is written; nothing more was sent." : "Nothing was sent.")}")
        {
            Service = JobService.OpenTrain,
            Kind = FailureKind.Local,
            Outcome = CallOutcome.NotSent,
            FieldErrors = wanted,
            RecommendedAction = "Give the answers with -Answer: a hashtable by field, or a script block that gets each gap and returns its value.",
        };

    /// <summary>A draft of which nobody can learn what it lacks.</summary>
    public static JobDraftsApiException NothingToWriteBack(string jobId) => Local(
        "BadValue",
        $"It is not known what OpenTrain draft '{jobId}' lacks: the service says it only when a draft is written, and this one has no title that could be written back as it is. Nothing was sent.",
        "Write one field with Update-JobDraft, and pipe its record.",
        JobService.OpenTrain);

    /// <summary>What should be the service's description of itself is none.</summary>
    public static JobDraftsApiException NoContract(Uri baseUri, string why) =>
        new("OpenTrain.Http200", $"What OpenTrain serves at {baseUri.GetLeftPart(UriPartial.Path).TrimEnd('/')}/openapi.json is no OpenAPI description: {End(why)} Nothing was changed.")
        {
            Service = JobService.OpenTrain,
            Kind = FailureKind.Unreadable,
            StatusCode = 200,
            Outcome = CallOutcome.Refused,
            RecommendedAction = "Check that the base address is that of the API and that no proxy answers in its place.",
        };

    /// <summary>What to do about a token that is not good.</summary>
    internal static string ConnectAgain(JobService service) =>
        $"Get a valid token and connect again: Connect-JobDraftService -Service {service} -Token (Read-Host -AsSecureString).";

    private static JobDraftsApiException Local(string id, string message, string action, JobService? service = null) =>
        new("JobDrafts." + id, message)
        {
            Service = service,
            Kind = FailureKind.Local,
            Outcome = CallOutcome.NotSent,
            RecommendedAction = action,
        };

    private static string End(string text) => text.EndsWith(".", StringComparison.Ordinal) ? text : text + ".";
}
