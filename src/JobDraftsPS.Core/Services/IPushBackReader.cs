using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Services;

/// <summary>A service that says more with a 429 than its Retry-After header.</summary>
internal interface IPushBackReader
{
    /// <summary>Reads what a refusal for the number of requests says.</summary>
    PushBack PushBackOf(ApiResponse response);
}
