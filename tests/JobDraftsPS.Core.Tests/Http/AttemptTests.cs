using System.Reflection;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using RestSharp;
using RestSharp.Interceptors;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class AttemptTests
{
    [Fact]
    public async Task Hooks_run_once_an_attempt_because_every_attempt_has_a_request_of_its_own()
    {
        using var transport = TestTransport.Over(new FakeNetwork((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") })));
        var hook = new CountingHook();
        Hook(transport, hook);
        var call = new ApiRequest("PATCH", "/job-drafts/{jobId}", "a test", "a") { Json = """{"headcount":2}""" };

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await transport.SendAsync(call, new CallLog(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, hook.Seen.Count);
        Assert.Equal(3, hook.Seen.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task Every_attempt_sends_the_same_bytes()
    {
        var sent = new List<string>();
        using var transport = TestTransport.Over(new FakeNetwork(async (request, cancellation) =>
        {
            sent.Add($"{request.Method} {request.RequestUri!.AbsoluteUri} {request.Headers.Authorization} {request.Headers.Accept} {await request.Content!.ReadAsStringAsync(cancellation)}");
            return new HttpResponseMessage { Content = new StringContent("{}") };
        }));
        var call = new ApiRequest("PATCH", "/job-drafts/{jobId}", "a test", "a/b?c#d%20é") { Json = """{"pricePerLabel":0.06}""" };

        await transport.SendAsync(call, new CallLog(), TestContext.Current.CancellationToken);
        await transport.SendAsync(call, new CallLog(), TestContext.Current.CancellationToken);

        Assert.Equal($$"""PATCH http://127.0.0.1:9/api/job-drafts/a%2Fb%3Fc%23d%2520%C3%A9 Bearer {{TestTransport.Token}} application/json {"pricePerLabel":0.06}""", sent[0]);
        Assert.Equal(sent[0], sent[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_fold_into_the_path_is_refused(string id)
    {
        var error = Assert.Throws<JobDraftsApiException>(() => new ApiRequest("POST", "/jobs/{jobId}/publish", "a test", id));

        Assert.Equal(CallOutcome.NotSent, error.Outcome);
    }

    /// <summary>Puts a hook into the client, where the library would run it for every request that it executes.</summary>
    private static void Hook(Transport transport, Interceptor hook)
    {
        var client = (RestClient)Field(typeof(Transport), typeof(RestClient)).GetValue(transport)!;
        Field(client.Options.GetType(), typeof(IReadOnlyCollection<Interceptor>)).SetValue(client.Options, new List<Interceptor> { hook });
    }

    private static FieldInfo Field(Type owner, Type type) =>
        owner.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Single(field => field.FieldType == type);

    private sealed class CountingHook : Interceptor
    {
        public List<RestRequest> Seen { get; } = [];

        public override ValueTask BeforeRequest(RestRequest request, CancellationToken cancellationToken)
        {
            Seen.Add(request);
            return default;
        }
    }
}
