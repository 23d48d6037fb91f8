using RestSharp.Interceptors;

namespace JobDraftsPS.Core.Http.Transfers;

/// <summary>Puts the file in as the request's content: the client's own way would send a form around it.</summary>
internal sealed class AttachTransfer(Transfer transfer, Stream? source) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        transfer.Attach(requestMessage, source);
        return default;
    }
}
