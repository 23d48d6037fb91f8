using System.Text;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>What becomes of an error answer, without a network.</summary>
internal static class Refusal
{
    public static JobDraftsApiException Of(JobService service, string method, int status, string body, params (string Name, string Value)[] headers)
    {
        var request = new ApiRequest(method, "/jobs/{jobId}", "the update of job 'a'", "a");
        var response = Answer(status, body, headers);
        return ApiErrors.Refused(service, request, response, Read(service, request, response));
    }

    public static ApiResponse Answer(int status, string body, params (string Name, string Value)[] headers) => new(
        status,
        Encoding.UTF8.GetBytes(body),
        name => headers.LastOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);

    private static CallFailure Read(JobService service, ApiRequest request, ApiResponse response) => service switch
    {
        JobService.OpenTrain => OpenTrainErrors.Read(request, response),
        JobService.TextKing => TextKingErrors.Read(request, response),
        _ => SorceErrors.Read(request, response),
    };
}
