using System.Net.Sockets;
using System.Security.Authentication;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Tests.Http;

/// <summary>Only what failed before there was a connection is certain not to have arrived.</summary>
public sealed class ConnectionFailureTests
{
    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkUnreachable)]
    public void A_connection_that_was_never_made_took_nothing(SocketError error) =>
        Assert.Equal(TransportFailure.NeverLeft, ConnectionFailure.Classify(new HttpRequestException("no", new SocketException((int)error))));

    [Theory]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkUnreachable)]
    [InlineData(SocketError.NetworkDown)]
    public void A_network_that_goes_away_under_an_open_connection_may_have_taken_the_request(SocketError error) =>
        Assert.Equal(TransportFailure.Lost, ConnectionFailure.Classify(new HttpRequestException("sent", new IOException("read", new SocketException((int)error)))));

    [Fact]
    public void A_certificate_that_is_not_trusted_keeps_the_request_here() =>
        Assert.Equal(TransportFailure.NeverLeft, ConnectionFailure.Classify(new HttpRequestException("tls", new AuthenticationException("untrusted"))));
}
