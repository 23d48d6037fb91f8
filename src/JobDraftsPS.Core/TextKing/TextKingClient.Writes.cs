using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <content>What all writes share.</content>
public sealed partial class TextKingClient
{
    private const string Create = "Create";
    private const string Change = "Update";
    private const string Order = "Publish";
    private const string End = "Close";
    private const string Delete = "Delete";

    /// <summary>What a look at something deleted finds: nothing, which no answer of the service itself looks like.</summary>
    private static readonly JsonElement Gone = JsonDocument.Parse("null").RootElement.Clone();

    /// <summary>A write in a project: a refusal for its state is explained by the state. A part of a job can be written in any state.</summary>
    private JobWrite Write(string operation, ApiCall call, string projectId, string? jobId, string? part = null, Func<object, CallContext, object>? finish = null, Func<CallContext, Task>? check = null) =>
        new(session, call, TextKingErrors.Read, operation, projectId, jobId)
        {
            Part = part,
            Explain = part is null ? (refused, context) => ExplainAsync(refused, call.Request, projectId, context) : null,
            Finish = finish,
            Check = check,
        };

    /// <summary>A deletion. A second one finds nothing, so after a lost reply a look tells.</summary>
    private static ApiCall Removal(ApiRequest request, Func<CallContext, Task> look, string howToLook) =>
        new(request, element => element.ValueKind == JsonValueKind.Null ? NoRecord.Instance : null, "an empty body")
        {
            ReadBare = response => response.Body.Length == 0 ? NoRecord.Instance : null,
            Safety = CallSafety.LookFirst(
                async context =>
                {
                    try
                    {
                        await look(context).ConfigureAwait(false);
                        return null;
                    }
                    catch (JobDraftsApiException missing) when (missing.StatusCode == 404)
                    {
                        return Gone;
                    }
                },
                howToLook),
        };

    /// <summary>A project's state may forbid a write, and a 403 does not say so: the project is read, so that the error can name it.</summary>
    private async Task<JobDraftsApiException> ExplainAsync(JobDraftsApiException refused, ApiRequest request, string projectId, CallContext context)
    {
        if (refused.StatusCode != 403)
        {
            return refused;
        }

        try
        {
            return TextKingErrors.Explain(refused, request, await GetProjectAsync(projectId, context).ConfigureAwait(false));
        }
        catch (JobDraftsApiException)
        {
            return refused;
        }
    }
}
