using System.Management.Automation;
using System.Text.Json;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

/// <summary>A token as a canary: a service that repeats it everywhere, and every place of PowerShell that could show it.</summary>
public sealed class SecretTests
{
    private const string Canary = "canary-5d1f0a9c77";

    [Fact]
    public void The_token_is_in_no_stream_no_error_and_no_record()
    {
        var host = new RecordingHost();
        using var bench = new Bench(call => Task.FromResult(Echo(call)), host);
        foreach (var service in new[] { "OpenTrain", "TextKing", "Sorce" })
        {
            var address = bench.Session.Run("(Get-JobDraftConnection $service).BaseUri", ("service", service)).Output.Single().BaseObject;
            bench.Session.Run("Connect-JobDraftService $service -BaseUri $address -Token $token -Verbose -Debug", ("service", service), ("address", address), ("token", Bench.Secret(Canary)));
        }

        var said = new Spoken();
        foreach (var command in new[]
        {
            "Get-JobDraftConnection",
            "Get-JobDraftConnection | Out-Default",
            "Test-JobDraftConnection -Verbose -Debug",
            "Get-DraftCapabilities -Verbose -Debug",
            "Update-JobDraft good, bad, broken -JobTitle x -Verbose -Debug",
            "Update-JobDraft good -JobTitle x | Out-Default",
            "'text' | New-JobDraft -Verbose -Debug",
            "'good', 'bad', 'broken' | Publish-Job -Service Sorce -Verbose -Debug",
            "'good', 'bad', 'broken' | Publish-Job -Service OpenTrain -Verbose -Debug",
            "Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001, aaaaaaaa-0000-4000-8000-00000000000b 11111111-1111-4111-8111-111111111111 -Briefing x -Verbose -Debug",
            "Update-JobDraft good -JobTitle x -WhatIf",
            "Disconnect-JobDraftService -Verbose -Debug",
            "$Error",
        })
        {
            said.Add(bench.Session.Run(command));
        }

        said.Add(host.Shown);
        Assert.Contains("refused the update of draft 'bad'", said.Text, StringComparison.Ordinal);
        Assert.Contains("***", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_shows_what_it_is_and_never_its_token()
    {
        var host = new RecordingHost();
        using var session = new Session(host);
        var connection = session.Run("$c = Connect-JobDraftService Sorce -Token $token -PassThru; $c | Out-Default; $c", ("token", Bench.Secret(Canary))).Output.Single();

        Assert.Contains("https://www.sorce.jobs/api/external/v1", host.Shown, StringComparison.Ordinal);
        Assert.Contains("TokenSource", host.Shown, StringComparison.Ordinal);
        foreach (var text in new[] { host.Shown, connection.ToString(), PSSerializer.Serialize(connection, 8), JsonSerializer.Serialize(connection.BaseObject) })
        {
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        }
    }

    /// <summary>Repeats the token in every place of an answer that is read or logged.</summary>
    private static Reply Echo(RecordedCall call)
    {
        var token = call.Header("Authorization")!;
        var headers = new Dictionary<string, string> { ["X-Request-Id"] = token, ["Server"] = token };
        var id = call.Path.Split('?')[0].Split('/') is var parts && parts[^1] == "publish" ? parts[^2] : parts[^1];
        var body = """{"error":"@","code":"REFUSED","message":"@","requestId":"@","details":{"reason":"@","issues":[{"path":["@"],"message":"@"}]}}""".Replace("@", token, StringComparison.Ordinal);
        return id switch
        {
            "broken" => new Reply(200, token, "text/plain") { Headers = headers },
            "bad" or "aaaaaaaa-0000-4000-8000-00000000000b" or "me" => new Reply(422, body) { Headers = headers },
            _ => Taken(call, token) with { Headers = headers },
        };
    }

    private static Reply Taken(RecordedCall call, string token)
    {
        var taken = StubServices.Reply(call);
        return taken with { Body = taken.Body.Insert(1, $"\"echo\":\"{token}\",") };
    }
}
