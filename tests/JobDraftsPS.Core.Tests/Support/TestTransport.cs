using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>A transport over a handler that stands in for the network.</summary>
internal static class TestTransport
{
    public const string Token = "tok_transport_0123456789";

    public static Transport Over(HttpMessageHandler network, TimeSpan? timeout = null) =>
        new(new Uri("http://127.0.0.1:9/api"), Token, timeout ?? TimeSpan.FromSeconds(30), wrapHandler: _ => network);
}
