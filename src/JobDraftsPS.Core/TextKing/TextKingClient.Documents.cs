using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <content>The files of jobs: sent and fetched as streams, whatever their size.</content>
public sealed partial class TextKingClient
{
    /// <summary>Gives a job its document. A second one replaces the first, so sending it again does no harm.</summary>
    public JobWrite Upload(string projectId, string jobId, SourceDocument document)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        var request = new ApiRequest("POST", TextKingRoutes.Upload, $"the upload of {document} to job '{jobId}' in project '{projectId}'", projectId, jobId, document.Name)
        {
            Body = document.Body,
        };
        var call = new ApiCall(request, element => TextKingReader.Job(element, projectId), "status 201")
        {
            // No page says what the answer's body holds, so the status alone decides.
            ReadBare = response => response.Status == 201 ? new TranslationJob { ProjectId = projectId, JobId = jobId, HasDocument = true } : null,
            Known = () => new TranslationJob { ProjectId = projectId, JobId = jobId, HasDocument = true },
        };
        return new JobWrite(session, call, TextKingErrors.ReadUpload, "Upload", projectId, jobId)
        {
            Complete = (_, context) => ReadCountedAsync(projectId, jobId, context),
            Explain = (refused, context) => ExplainAsync(refused, request, projectId, context),
        };
    }

    /// <summary>Fetches a file into a folder, under the name that the service gives it as far as that name is safe.</summary>
    /// <param name="file">Which of the job's files.</param>
    /// <param name="projectId">The project (UUID).</param>
    /// <param name="jobId">The job (UUID).</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="overwrite">Whether a file of the same name is replaced.</param>
    /// <param name="context">How the call waits and reports.</param>
    /// <exception cref="JobDraftsApiException">There is no such file, it cannot be kept, or the call failed; nothing is left of it.</exception>
    public async Task<SavedDocument> SaveAsync(JobFile file, string projectId, string jobId, string folder, bool overwrite, CallContext context)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        string? given = null;
        using var target = new DownloadTarget(folder, overwrite, header =>
        {
            given = ContentDisposition.FileName(header("Content-Disposition"));
            return SafeFileName.Of(given) ?? jobId + (DocumentTypes.ExtensionOf(header("Content-Type")) ?? ".bin");
        });
        var word = file == JobFile.Document ? "document" : "translation";
        var request = new ApiRequest("GET", file == JobFile.Document ? TextKingRoutes.Document : TextKingRoutes.Translation, $"the download of the {word} of job '{jobId}' in project '{projectId}'", projectId, jobId)
        {
            Sink = target,
        };
        var call = new ApiCall(request, _ => null, "status 200 and a file") { ReadBare = response => response.Status == 200 ? target : null };
        try
        {
            await session.RunAsync<DownloadTarget>(call, TextKingErrors.Read, context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException missing) when (missing.StatusCode == 404)
        {
            throw await ExplainMissingAsync(missing, request, word, projectId, jobId, context).ConfigureAwait(false);
        }

        target.Finish();
        var name = Path.GetFileName(target.Path)!;
        if (given is not null && given != name)
        {
            context.Log.Warning($"The file of job '{jobId}' is kept as '{name}': the name that TextKing gave it is not safe as it is.");
        }

        return new SavedDocument
        {
            ProjectId = projectId,
            JobId = jobId,
            Path = target.Path!,
            Name = name,
            Length = target.Length,
            ContentType = target.ContentType,
            LastModified = target.LastModified,
        };
    }

    /// <summary>The words and the price are in the job, not in the answer to the upload.</summary>
    private async Task<object> ReadCountedAsync(string projectId, string jobId, CallContext context)
    {
        try
        {
            var answer = await ReadRawAsync(JobRead(projectId, jobId), element => TextKingReader.Job(element, projectId), "the job's id", context).ConfigureAwait(false);
            context.Answer = answer;
            return TextKingReader.Job(answer!.Value, projectId)!;
        }
        catch (JobDraftsApiException failed)
        {
            context.Log.Warning($"Job '{jobId}' has its document, but its words and price could not be read: {failed.Message}");
            return new TranslationJob { ProjectId = projectId, JobId = jobId, HasDocument = true };
        }
    }

    /// <summary>A 404 does not say what is missing: the job is read, so that the error can.</summary>
    private async Task<JobDraftsApiException> ExplainMissingAsync(JobDraftsApiException missing, ApiRequest request, string word, string projectId, string jobId, CallContext context)
    {
        try
        {
            var job = await GetJobAsync(projectId, jobId, context).ConfigureAwait(false);
            return ApiErrors.Explained(missing, request, new CallFailure
            {
                Message = missing.ServiceMessage,
                Sentence = $"Job '{jobId}' in project '{projectId}' is {job.State} and has no {word} (HTTP 404). Nothing was changed.",
                Advice = word == "document"
                    ? "Give the job a document with Send-TranslationDocument."
                    : "Wait until the job is translation-delivered; Get-TranslationJob shows its state.",
                RequestId = missing.RequestId,
            });
        }
        catch (JobDraftsApiException)
        {
            return missing;
        }
    }
}
