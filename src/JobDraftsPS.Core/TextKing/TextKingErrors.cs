using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's error answers. No form is documented, so only the status decides and the body is quoted.</summary>
internal static class TextKingErrors
{
    /// <summary>Where services say what is wrong.</summary>
    private static readonly string[] Words = ["message", "error", "error_description", "detail", "title"];

    public static CallFailure Read(ApiRequest request, ApiResponse response)
    {
        var fields = response.JsonObject is { } body ? FieldProblems.Read(body) : [];
        return new CallFailure
        {
            Message = MessageOf(response) is { } message ? Shorten(message) : fields.Count > 0 ? null : ApiErrors.Shown(response),
            FieldErrors = fields,
            RetryAfter = RetryAfter.FromHeader(response),
            Advice = response.Status == 400 ? "Correct what the message names and run it again." : null,
        };
    }

    private static string? MessageOf(ApiResponse response)
    {
        if (response.JsonObject is not { } body)
        {
            return null;
        }

        var reader = new RecordReader(body);
        return ApiErrors.Joined(Array.ConvertAll(Words, reader.Text))
            ?? (reader.Object("error") is { } inner ? new RecordReader(inner).Text("message") : null);
    }

    /// <summary>The same for a call that carries a document.</summary>
    public static CallFailure ReadUpload(ApiRequest request, ApiResponse response)
    {
        var failure = Read(request, response);
        var advice = response.Status switch
        {
            406 => $"Save the document in one of the formats that are translated: {DocumentTypes.Listed}.",
            400 or 413 => "Check the ids, the languages and the document; one that is too large has to be split.",
            _ => null,
        };
        return advice is null ? failure : new CallFailure { Message = failure.Message, FieldErrors = failure.FieldErrors, RetryAfter = failure.RetryAfter, Advice = advice };
    }

    /// <summary>
    /// A refusal explained by the state of the project, which was read after it: a wrong state has no code of its own here. The
    /// refusal itself where the project does not say its state.
    /// </summary>
    public static JobDraftsApiException Explain(JobDraftsApiException refused, ApiRequest request, TranslationProject project)
    {
        if (project.State is not { Length: > 0 } state)
        {
            return refused;
        }

        var isEditable = string.Equals(state, ProjectStates.Prepared, StringComparison.OrdinalIgnoreCase);
        var name = $"project '{project.Name}' ({project.ProjectId})";
        var rule = request.Template is TextKingRoutes.Project
            ? $"a project can be changed, started, canceled or deleted only while it is {ProjectStates.Prepared}"
            : $"a job can be changed only while its project is {ProjectStates.Prepared}";
        return ApiErrors.Explained(refused, request, new CallFailure
        {
            Message = isEditable ? $"{AsSentence(refused.ServiceMessage)}The {name} is {state}, so its state is not the cause." : refused.ServiceMessage,
            Sentence = isEditable ? null : $"TextKing refused {request.Purpose} (HTTP 403): {name} is {state}, and {rule}. Nothing was changed.",
            Advice = isEditable ? null : "Leave the row out, or make the change in a project that is still prepared.",
            RequestId = refused.RequestId,
            RetryAfter = refused.RetryAfter,
        });
    }

    /// <summary>A project that cannot be started, found out before it is ordered; null when nothing is known to be in the way.</summary>
    public static JobDraftsApiException? NotStartable(TranslationProject project)
    {
        var name = $"TextKing project '{project.Name}' ({project.ProjectId})";
        if (project.State != ProjectStates.Prepared)
        {
            return LocalErrors.NotStartable($"{name} is {project.State ?? "in no state that it names"}, and only a {ProjectStates.Prepared} project can be started.", null, "Leave the row out; Get-TranslationProject -State prepared lists what can be started.");
        }

        if (project.Validation is not { PublishReady: false } validation)
        {
            return null;
        }

        var gaps = string.Join(" ", validation.MissingFields.Select(gap => $"{gap.Label}: {gap.Message}"));
        return LocalErrors.NotStartable($"{name} cannot be started. {gaps}", validation, "Fill the gaps, or leave jobs out with Set-TranslationJob -IsActive no; -SkipCheck lets the service decide.");
    }

    /// <summary>Refuses to order something else than was agreed to.</summary>
    /// <exception cref="JobDraftsApiException">The order is another one; nothing was sent.</exception>
    public static void RequireSame(ProjectOrder agreed, ProjectOrder now)
    {
        if (agreed.Describe() != now.Describe())
        {
            throw LocalErrors.NotStartable(
                $"TextKing project '{now.Project.Name}' ({now.Project.ProjectId}) orders something else by now than was agreed to: {now.Describe()}, and not {agreed.Describe()}.",
                now.Project.Validation,
                "Look at the project, and start it again if that is meant.");
        }
    }

    /// <summary>A state that no page names says nothing about what a lost call has done.</summary>
    public static JobDraftsApiException UnknownState(string projectId, string state) =>
        new("TextKing.UnknownState", $"TextKing project '{projectId}' is in the state '{state}', which is not a documented one.")
        {
            Service = JobService.TextKing,
            Kind = FailureKind.Unreadable,
            Outcome = CallOutcome.Unknown,
        };

    private static string Shorten(string message) =>
        message.Length <= TextKingAssumptions.MaxMessageLength ? message : message.Substring(0, TextKingAssumptions.MaxMessageLength) + "...";

    private static string AsSentence(string? message) => message switch
    {
        null or "" => string.Empty,
        _ when message[message.Length - 1] is '.' or '!' or '?' => message + " ",
        _ => message + ". ",
    };
}
