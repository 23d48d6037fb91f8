using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>A service whose creates carry no key, and which loses the replies that the test names.</summary>
internal sealed class AdoptBench : IDisposable
{
    private readonly List<(string Id, string Title)> entries = [("job_old", "Baker")];
    private readonly CallBench calls;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-adopt-");

    public AdoptBench() => calls = new CallBench(Answer) { RateLimit = 10_000 };

    /// <summary>What becomes of the create with this number, from 1.</summary>
    public Func<int, CreateFate> Fate { get; set; } = _ => CreateFate.Answered;

    /// <summary>The status of the read of the list with this number, from 1.</summary>
    public Func<int, int> ListStatus { get; set; } = _ => 200;

    /// <summary>Whether the service says that its list is all there is.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>How many entries the list shows at most, the oldest first.</summary>
    public int Shown { get; set; } = int.MaxValue;

    /// <summary>Whether the newest entries come first.</summary>
    public bool NewestFirst { get; set; }

    public int Creates => calls.Requests.Count(request => request.IsWrite);

    public int Lists => calls.Requests.Count - Creates;

    public IReadOnlyList<string> Requests => [.. calls.Requests.Select(request => request.IsWrite ? "create" : "list")];

    public int Held(string title) => entries.Count(entry => entry.Title == title);

    /// <summary>Somebody else makes an entry.</summary>
    public void Add(string title) => entries.Add(($"job_else{entries.Count}", title));

    public CallContext Context(CreateLedger ledger)
    {
        var context = calls.Context();
        context.Ledger = ledger;
        return context;
    }

    public RunJournal Journal() => RunJournal.Open(Path.Combine(folder.FullName, "run.jsonl"), "New-JobListing", resume: true);

    public JobWrite Create(string title)
    {
        var session = calls.Session(JobService.Sorce);
        var request = new ApiRequest("POST", "jobs", $"the creation of '{title}'") { Json = new JsonObject { ["title"] = title }.ToJsonString() };
        var entries = new CreateLookup("listings", ListAsync, entry => entry.GetProperty("id").GetString(), entry => entry.GetProperty("title").GetString() == title, StringComparer.Ordinal);
        var call = new ApiCall(request, body => body.TryGetProperty("id", out var id) ? id.GetString() : null, "an id") { Safety = CallSafety.Adopt(entries, "Look at the dashboard.") };
        return new JobWrite(session, call, Failure, "Create", null, null);

        async Task<EntryList> ListAsync(CallContext context)
        {
            var list = new ApiCall(new ApiRequest("GET", "jobs", "the list of listings"), body => new Listed(body), "a list");
            var found = await session.RunAsync<Listed>(list, Failure, context);
            return new EntryList([.. found.Body.GetProperty("items").EnumerateArray()], IsWhole);
        }
    }

    public async Task<string> SendAsync(string title, CreateLedger ledger) => (string)await Create(title).SendAsync(Context(ledger));

    /// <summary>Sends one row as a run with a journal does.</summary>
    public async Task<string?> SendAsync(string title, RunJournal journal, CreateLedger ledger)
    {
        var call = Create(title);
        var row = journal.Claim(call, null);
        if (row.State == JournalRowState.Done)
        {
            return null;
        }

        var context = Context(ledger);
        context.SentBefore = row.State == JournalRowState.Sent;
        context.BeforeSend = () => journal.WriteIntentAsync(call, row);
        try
        {
            var id = (string)await call.SendAsync(context);
            journal.WriteDone(call, row, context);
            return id;
        }
        catch (JobDraftsApiException error)
        {
            journal.WriteFailed(call, row, context, error);
            throw;
        }
    }

    public void Dispose()
    {
        calls.Dispose();
        folder.Delete(recursive: true);
    }

    private static CallFailure Failure(ApiRequest request, ApiResponse response) => new() { Message = "No." };

    private HttpResponseMessage Answer(SentRequest request)
    {
        if (!request.IsWrite)
        {
            var items = new JsonArray([.. (NewestFirst ? Enumerable.Reverse(entries) : entries).Take(Shown).Select(entry => (JsonNode)new JsonObject { ["id"] = entry.Id, ["title"] = entry.Title })]);
            return ScriptedNetwork.Json(ListStatus(Lists), new JsonObject { ["items"] = items }.ToJsonString());
        }

        var fate = Fate(Creates);
        if (fate != CreateFate.NeverDone)
        {
            entries.Add(($"job_{entries.Count}", (string)JsonNode.Parse(request.Body)!["title"]!));
        }

        return fate == CreateFate.Answered ? ScriptedNetwork.Json(201, new JsonObject { ["id"] = entries[^1].Id }.ToJsonString()) : ScriptedNetwork.Lost();
    }

    private sealed record Listed(JsonElement Body);
}
