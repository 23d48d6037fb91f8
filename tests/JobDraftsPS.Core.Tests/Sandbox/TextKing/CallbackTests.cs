using System.Net;
using System.Net.Sockets;
using System.Text;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.TextKing;
using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

public sealed class CallbackTests : IDisposable
{
    private const string Job = $"/project/{Winter}/job/{WinterJob}";

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_registration_answers_200_with_the_callback_and_its_address()
    {
        var reply = Register("https://hooks.example.org/tk?state=completed", "completed", "\"order 9\"");

        Assert.Equal(200, reply.Status);
        var uri = $"{Base}{Job}/callback/{reply.Text("id")}";
        Assert.Equal(uri, reply.Header("Location"));
        Assert.Equal(uri, reply.Header("Content-Location"));
        Assert.Equal(uri, reply.Link("self"));
        Assert.Equal(Base + Job, reply.Link("urn:textking:job"));
        Assert.Equal(["id", "url", "trigger_state", "extra_data", "links"], reply.Json.Select(field => field.Key));
        Assert.Equal("order 9", reply.Text("extra_data"));
    }

    [Theory]
    [InlineData("""{"trigger_state":"completed"}""")]
    [InlineData("""{"url":"","trigger_state":"completed"}""")]
    [InlineData("""{"url":"/hook","trigger_state":"completed"}""")]
    [InlineData("""{"url":"ftp://127.0.0.1/","trigger_state":"completed"}""")]
    [InlineData("""{"url":"http://127.0.0.1/"}""")]
    [InlineData("""{"url":"http://127.0.0.1/","trigger_state":"finished"}""")]
    [InlineData("""{"url":"http://127.0.0.1/","trigger_state":"completed","extra_data":{}}""")]
    public void A_wrong_registration_is_400(string body)
    {
        Assert.Equal(400, sandbox.Post(Job + "/callbacks", body).Status);
        Assert.Empty(sandbox.Get(Job + "/callbacks").Items);
    }

    [Fact]
    public void Callbacks_are_listed_read_edited_and_removed()
    {
        var id = Register("http://127.0.0.1/a", "completed", "\"x\"").Text("id");
        Register("http://127.0.0.1/b", "completed");
        var path = $"{Job}/callback/{id}";

        var list = sandbox.Get(Job + "/callbacks?per_page=50");
        Assert.Equal(2, (int)list.Json["total"]!);
        Assert.Equal($"{Base}{Job}/callbacks?page=1&per_page=50", list.Link("self"));
        Assert.Equal(id, (string?)list.Items[0]!["id"]);

        var edited = sandbox.Put(path, """{"trigger_state":"canceled","extra_data":null}""");
        Assert.Equal(200, edited.Status);
        Assert.Equal(Base + path, edited.Header("Content-Location"));
        Assert.Equal("http://127.0.0.1/a", edited.Text("url"));
        Assert.Equal("canceled", edited.Text("trigger_state"));
        Assert.Null(edited.Text("extra_data"));
        Assert.Equal(400, sandbox.Put(path, """{"url":null}""").Status);
        Assert.Equal(edited.Json.ToJsonString(), sandbox.Get(path).Json.ToJsonString());

        Assert.Equal(404, sandbox.Get($"/project/{Winter}/job/{OtherWinterJob}/callback/{id}").Status);
        Assert.Equal(400, sandbox.Get(Job + "/callback/7").Status);
        Assert.Equal(204, sandbox.Delete(path).Status);
        Assert.Equal(404, sandbox.Delete(path).Status);
        Assert.Equal(404, sandbox.Put(path, "{}").Status);
        Assert.Single(sandbox.Get(Job + "/callbacks").Items);
    }

    [Fact]
    public async Task A_callback_fires_every_time_its_state_is_entered_and_for_no_other()
    {
        Register("http://localhost/a", "translation-delivered");
        Register("http://[::1]/b", "completed");
        var id = Guid.Parse(WinterJob);

        sandbox.Service.Deliver(id);
        sandbox.Service.RequestRevision(id);
        sandbox.Service.Deliver(id);
        sandbox.Service.Complete(id);

        var calls = await sandbox.SettledCalls();
        Assert.Equal(["http://localhost/a", "http://localhost/a", "http://[::1]/b"], calls.Select(call => call.Url));
        Assert.All(calls, call => Assert.Equal(200, call.Status));
        Assert.All(calls, call => Assert.Equal(Start, call.FiredAt));
        Assert.All(sandbox.Receiver.Received, received =>
            Assert.Equal($"project_id={Winter}&job_id={WinterJob}&extra_data=", received.Body));
    }

    [Fact]
    public async Task Start_and_cancellation_of_a_project_fire_callbacks()
    {
        var project = sandbox.NewProject();
        var job = sandbox.NewJob(project);
        sandbox.Upload(job);
        sandbox.Post(job + "/callbacks", """{"url":"http://127.0.0.1/s","trigger_state":"translation-pending"}""");
        sandbox.Put(project, """{"state":"running"}""");
        sandbox.Post($"/project/{Spring}/job/{SpringJob}/callbacks", """{"url":"http://127.0.0.1/c","trigger_state":"canceled"}""");
        sandbox.Put("/project/" + Spring, """{"state":"canceled"}""");

        var calls = await sandbox.SettledCalls();

        Assert.Equal(["translation-pending", "canceled"], calls.Select(call => call.TriggerState));
        Assert.Equal([IdOf(job), Guid.Parse(SpringJob)], calls.Select(call => call.JobId));
    }

    [Theory]
    [InlineData("https://hooks.example.org/tk")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://localhost.example.org/")]
    [InlineData("http://127.0.0.1.example.org/")]
    [InlineData("http://localhost@example.org/")]
    public async Task Only_a_loopback_address_is_ever_called(string url)
    {
        Register(url, "canceled");
        sandbox.Service.Cancel(Guid.Parse(WinterJob));

        var call = Assert.Single(await sandbox.SettledCalls());
        Assert.Null(call.Status);
        Assert.Contains("loopback", call.Failure, StringComparison.Ordinal);
        Assert.Empty(sandbox.Receiver.Received);
    }

    [Fact]
    public async Task A_failed_call_is_tried_once_and_does_not_hold_up_the_next()
    {
        Register("http://127.0.0.1/a", "translation-delivered");
        Register("http://127.0.0.1/b", "completed");
        sandbox.Receiver.Answer = _ => sandbox.Receiver.Received.Count == 1
            ? throw new HttpRequestException("refused")
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError));

        sandbox.Service.Deliver(Guid.Parse(WinterJob));
        sandbox.Service.Complete(Guid.Parse(WinterJob));

        var calls = await sandbox.SettledCalls();
        Assert.Equal(["refused", null], calls.Select(call => call.Failure));
        Assert.Equal([null, 500], calls.Select(call => call.Status));
        Assert.Equal("completed", sandbox.Get(Job).Text("state"));
    }

    [Fact]
    public async Task A_receiver_that_never_answers_is_given_up()
    {
        Assert.Equal(TimeSpan.FromSeconds(10), new TextKingAssumptions().CallbackTimeout);
        using var impatient = new TextKingHarness(new TextKingAssumptions { CallbackTimeout = TimeSpan.FromMilliseconds(20) });
        var never = new TaskCompletionSource<HttpResponseMessage>();
        impatient.Receiver.Answer = cancellation => never.Task.WaitAsync(cancellation);
        impatient.Post(Job + "/callbacks", """{"url":"http://127.0.0.1/","trigger_state":"canceled"}""");

        impatient.Service.Cancel(Guid.Parse(WinterJob));

        var call = Assert.Single(await impatient.SettledCalls());
        Assert.Null(call.Status);
        Assert.NotNull(call.Failure);
    }

    [Fact]
    public async Task Old_calls_are_forgotten_first()
    {
        using var forgetful = new TextKingHarness(new TextKingAssumptions { CallbackMemory = 1 });
        forgetful.Post(Job + "/callbacks", """{"url":"http://127.0.0.1/","trigger_state":"translation-delivered"}""");
        forgetful.Post(Job + "/callbacks", """{"url":"http://127.0.0.1/","trigger_state":"completed"}""");

        forgetful.Service.Deliver(Guid.Parse(WinterJob));
        forgetful.Service.Complete(Guid.Parse(WinterJob));

        Assert.Equal("completed", Assert.Single(await forgetful.SettledCalls()).TriggerState);
    }

    [Fact]
    public async Task A_callback_really_goes_out_as_a_form_over_loopback()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var service = new TextKingService(new SandboxClock(), () => 1);
        var body = Encoding.UTF8.GetBytes($$"""{"url":"http://127.0.0.1:{{port}}/hook?s=1","trigger_state":"canceled","extra_data":"a&b=ü"}""");
        var headers = new Dictionary<string, string?>
        {
            ["Authorization"] = "Bearer " + TextKingService.DefaultToken,
            ["Content-Type"] = "application/json",
        };
        Assert.Equal(200, Ask(service, "POST", Job + "/callbacks", body, headers).Status);

        service.Cancel(Guid.Parse(WinterJob));
        var received = await ReceiveOne(listener, TestContext.Current.CancellationToken);
        await service.CallbacksSettled;

        Assert.StartsWith("POST /hook?s=1 HTTP/1.1\r\n", received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded\r\n", received, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\nproject_id={Winter}&job_id={WinterJob}&extra_data=a%26b%3D%C3%BC", received, StringComparison.Ordinal);
        Assert.Equal(204, Assert.Single(service.CallbackCalls).Status);
    }

    private static async Task<string> ReceiveOne(TcpListener listener, CancellationToken cancellation)
    {
        using var client = await listener.AcceptTcpClientAsync(cancellation);
        var stream = client.GetStream();
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().Contains("extra_data=a%26b%3D%C3%BC", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, cancellation);
            Assert.NotEqual(0, read);
            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
        return received.ToString();
    }

    private TextKingReply Register(string url, string trigger, string extraData = "null") =>
        sandbox.Post(Job + "/callbacks", $$"""{"url":"{{url}}","trigger_state":"{{trigger}}","extra_data":{{extraData}}}""");
}
