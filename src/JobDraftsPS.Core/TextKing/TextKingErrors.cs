using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's error answers. No form is documented, so only the status decides and the body is quoted.</summary>
internal static class TextKingErrors
{
    public static CallFailure Read(ApiRequest request, ApiResponse response)
    {
        var message = response.JsonObject is { } body ? new RecordReader(body).Text("message") : null;
        return new CallFailure { Message = message is null ? ApiErrors.Shown(response) : Shorten(message), RetryAfter = RetryAfter.FromHeader(response) };
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
        return advice is null ? failure : new CallFailure { Message = failure.Message, RetryAfter = failure.RetryAfter, Advice = advice };
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

        var wanted = TextKingAssumptions.Current.EditableState;
        var isEditable = string.Equals(state, wanted, StringComparison.OrdinalIgnoreCase);
        var name = $"project '{project.Name}' ({project.ProjectId})";
        return ApiErrors.Explained(refused, request, new CallFailure
        {
            Message = isEditable ? $"{AsSentence(refused.ServiceMessage)}The {name} is {state}, so its state is not the cause." : refused.ServiceMessage,
            Sentence = isEditable ? null : $"TextKing refused {request.Purpose} (HTTP 403): {name} is {state}, and a job can be changed only while its project is {wanted}. Nothing was changed.",
            Advice = isEditable ? null : "Leave the row out, or make the change in a project that is still prepared.",
            RequestId = refused.RequestId,
            RetryAfter = refused.RetryAfter,
        });
    }

    private static string Shorten(string message) =>
        message.Length <= TextKingAssumptions.Current.MaxMessageLength ? message : message.Substring(0, TextKingAssumptions.Current.MaxMessageLength) + "...";

    private static string AsSentence(string? message) => message switch
    {
        null or "" => string.Empty,
        _ when message[message.Length - 1] is '.' or '!' or '?' => message + " ",
        _ => message + ". ",
    };
}
