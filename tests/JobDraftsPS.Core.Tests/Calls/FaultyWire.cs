using System.Net.Sockets;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>The way to a service, on which the next request of one method meets a fault.</summary>
internal sealed class FaultyWire
{
    private (string Method, WireFault Fault)? next;

    public void Break(string method, WireFault fault) => next = (method, fault);

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Handler(this, inner);

    private sealed class Handler(FaultyWire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (wire.next is not { } found || found.Method != request.Method.Method)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            wire.next = null;
            if (found.Fault == WireFault.ResetAfter)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
            }

            var code = found.Fault switch { WireFault.Refused => SocketError.ConnectionRefused, WireFault.NameUnknown => SocketError.HostNotFound, _ => SocketError.ConnectionReset };
            throw found.Fault is WireFault.Refused or WireFault.NameUnknown
                ? new HttpRequestException("There is no connection.", new SocketException((int)code))
                : new HttpRequestException("The connection broke.", new IOException("It was reset.", new SocketException((int)code)));
        }
    }
}
