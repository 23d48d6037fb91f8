using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain.Contract;

namespace JobDraftsPS.Core.OpenTrain;

/// <content>The service's description of itself.</content>
public sealed partial class OpenTrainClient
{
    /// <summary>Compares what the service says about itself with what this module takes for granted. No token is sent.</summary>
    public async Task<ContractComparison> CompareContractAsync(CallContext context)
    {
        var request = new ApiRequest(OpenTrainRoutes.Description, "the read of the service's description") { NeedsToken = false };
        var call = new ApiCall(request, element => element.GetRawText(), "a description in JSON");
        var text = await session.Open.RunAsync<string>(call, OpenTrainErrors.Read, context).ConfigureAwait(false);
        return ContractComparison.Of(text, session.BaseUri);
    }
}
