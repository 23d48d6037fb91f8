using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace JobDraftsPS.Core.Http;

/// <summary>Tells a connection that was never made from one that broke: only after the first is it certain that nothing arrived.</summary>
internal static class ConnectionFailure
{
    public static TransportFailure Classify(Exception? error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
#if NET8_0_OR_GREATER
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }:
#endif
                case WebException { Status: WebExceptionStatus.ServerProtocolViolation }:
                    return TransportFailure.OtherProtocol;
                case ResponseTooLargeException:
                    return TransportFailure.TooLarge;
                case AuthenticationException:
                    return TransportFailure.NeverLeft;
                case IOException:
                    // What fails inside a stream had a connection, also where the network's own error reads as if there was none.
                    return TransportFailure.Lost;
                case SocketException socket when NeverConnected(socket.SocketErrorCode):
                    return TransportFailure.NeverLeft;
                case WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.ProxyNameResolutionFailure }:
                    return TransportFailure.NeverLeft;
            }
        }

        return TransportFailure.Lost;
    }

    /// <summary>The innermost message: the outer ones only say that an error occurred.</summary>
    public static string Text(Exception? error)
    {
        while (error?.InnerException is { } inner)
        {
            error = inner;
        }

        return error?.Message ?? "the connection failed";
    }

    private static bool NeverConnected(SocketError error) => error is SocketError.ConnectionRefused
        or SocketError.HostNotFound
        or SocketError.TryAgain
        or SocketError.NoData
        or SocketError.NoRecovery
        or SocketError.HostUnreachable
        or SocketError.HostDown
        or SocketError.NetworkUnreachable
        or SocketError.NetworkDown
        or SocketError.AddressNotAvailable;
}
