using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Connections;

/// <summary>Where each service lives and which environment variables hold its token and address.</summary>
public sealed class ServiceDefaults
{
    private ServiceDefaults(string baseUri, string[] tokenVariables, string[] baseUriVariables)
    {
        BaseUri = new Uri(baseUri);
        TokenVariables = tokenVariables;
        BaseUriVariables = baseUriVariables;
    }

    /// <summary>The API base with its path.</summary>
    public Uri BaseUri { get; }

    /// <summary>The base of the authorization endpoints, on a host of their own; null where tokens are got by hand.</summary>
    public Uri? AuthorizationUri { get; private set; }

    /// <summary>Environment variables that may hold the token; the first that is set counts.</summary>
    public IReadOnlyList<string> TokenVariables { get; }

    /// <summary>Environment variables that may hold another base address.</summary>
    public IReadOnlyList<string> BaseUriVariables { get; }

    /// <summary>Reads what a 429 of the service says.</summary>
    internal Func<ApiResponse, PushBack> ReadPushBack { get; private set; } = PushBack.FromHeader;

    /// <summary>The defaults of a service.</summary>
    public static ServiceDefaults Of(JobService service) => service switch
    {
        JobService.OpenTrain => OpenTrain,
        JobService.TextKing => TextKing,
        _ => Sorce,
    };

    private static readonly ServiceDefaults OpenTrain = new(
        "https://app.opentrain.ai/api/public/v1",
        ["OT_API_TOKEN", "OPENTRAIN_API_TOKEN"],
        ["OT_API_BASE_URL", "OPENTRAIN_API_BASE_URL"])
    {
        ReadPushBack = OpenTrainErrors.PushBackOf,
    };

    private static readonly ServiceDefaults TextKing = new("https://api.textking.com/v1", ["TEXTKING_ACCESS_TOKEN"], []) { AuthorizationUri = new Uri("https://www.textking.com/oauth") };

    private static readonly ServiceDefaults Sorce = new("https://www.sorce.jobs/api/external/v1", ["SORCE_API_KEY"], []);
}
