using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's error answers. No form is documented, so only the status decides and the body is quoted.</summary>
internal static class TextKingErrors
{
    public static CallFailure Read(ApiRequest request, ApiResponse response)
    {
        var message = response.JsonObject is { } body ? new RecordReader(body).Text("message") : null;
        return new CallFailure { Message = message ?? ApiErrors.Shown(response), RetryAfter = RetryAfter.FromHeader(response) };
    }

    /// <summary>A refusal explained by the state of the project, which was read after it: a wrong state has no code of its own here.</summary>
    public static JobDraftsApiException Explain(JobDraftsApiException refused, ApiRequest request, TranslationProject project)
    {
        var wanted = TextKingAssumptions.Current.EditableState;
        var name = $"project '{project.Name}' ({project.ProjectId})";
        return ApiErrors.Explained(refused, request, string.Equals(project.State, wanted, StringComparison.OrdinalIgnoreCase)
            ? new CallFailure { Message = $"{refused.ServiceMessage} The {name} is {project.State}, so its state is not the cause." }
            : new CallFailure
            {
                Sentence = $"TextKing refused {request.Purpose} (HTTP 403): {name} is {project.State}, and a job can be changed only while its project is {wanted}. Nothing was changed.",
                Message = refused.ServiceMessage,
                Advice = "Leave the row out, or make the change in a project that is still prepared.",
            });
    }
}
