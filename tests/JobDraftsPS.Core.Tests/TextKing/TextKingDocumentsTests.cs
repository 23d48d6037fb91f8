using System.Text;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

public sealed class TextKingDocumentsTests
{
    private const string Project = "0a6f7c1e-2b34-4d5e-8f90-112233445566";
    private const string Job = "c0ffee00-1234-4abc-9def-000000000001";
    private const string JobPath = $"/v1/project/{Project}/job/{Job}";
    private const string JobJson = $$"""{"id":"{{Job}}","name":"n","state":"new","words":3,"net_price":0.36,"currency":"EUR","links":[{"rel":"urn:textking:document","href":"x"}]}""";

    [Theory]
    [InlineData("note.txt", "note.txt", "text/plain")]
    [InlineData("a b (final) #1 100%.docx", "a%20b%20%28final%29%20%231%20100%25.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("Übersicht.HTM", "%C3%9Cbersicht.HTM", "text/html")]
    public async Task An_upload_is_the_bare_file_under_its_name(string name, string segment, string type)
    {
        using var bench = new ServiceBench(Answer);
        var path = SampleFile.Of(name, "drei Wörter hier");

        var job = (TranslationJob)await bench.TextKing.Upload(Project, Job, SourceDocument.Find(path, null, null)).SendAsync(bench.Context);

        var sent = bench.Requests[0];
        Assert.Equal($"POST {JobPath}/document/{segment} HTTP/1.1", sent.Line);
        Assert.Equal("drei Wörter hier", sent.Body);
        Assert.Equal(type, sent.Header("Content-Type"));
        Assert.Equal("17", sent.Header("Content-Length"));
        Assert.Equal("Bearer " + ServiceBench.Token, sent.Header("Authorization"));
        Assert.Equal(
            ["Accept", "Authorization", "Content-Length", "Content-Type", "Host", "User-Agent"],
            sent.Headers.Select(header => header.Key).Where(key => key != "Accept-Encoding").Order(StringComparer.Ordinal));
        Assert.Equal($"GET {JobPath} HTTP/1.1", bench.Requests[1].Line);
        Assert.Equal((3L, 0.36m, "EUR", true), (job.Words, job.NetPrice, job.Currency, job.HasDocument));
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_after_the_upload_is_a_warning()
    {
        using var bench = new ServiceBench(request => request.Method == "POST" ? WireReply.Of(201, string.Empty, string.Empty) : WireReply.Of(500, string.Empty));

        var job = (TranslationJob)await Upload(bench).SendAsync(bench.Context);

        Assert.Equal((Job, true), (job.JobId, job.HasDocument));
        Assert.Contains(bench.Said(), line => line.Level == CallLogLevel.Warning && line.Text.Contains("has its document", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, """{"status":500,"message":"no"}""")]
    [InlineData(200, "<html>Log in</html>")]
    public async Task A_success_that_is_not_the_services_says_nothing_of_the_document(int status, string body)
    {
        using var bench = new ServiceBench(_ => WireReply.Of(status, body));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Upload(bench).SendAsync(bench.Context));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public void A_journal_knows_a_document_by_its_content()
    {
        using var bench = new ServiceBench(Answer);
        string ContentOf(string name, string text) => bench.TextKing.Upload(Project, Job, SourceDocument.Find(SampleFile.Of(name, text), null, null)).Content;

        Assert.Equal(ContentOf("a.txt", "same"), ContentOf("a.txt", "same"));
        Assert.NotEqual(ContentOf("a.txt", "same"), ContentOf("a.txt", "other"));
        Assert.NotEqual(ContentOf("a.txt", "same"), ContentOf("b.txt", "same"));
        Assert.DoesNotContain("same", ContentOf("a.txt", "same"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_when_its_turn_comes_is_not_sent()
    {
        using var bench = new ServiceBench(Answer);
        var path = SampleFile.Of("note.txt", "x");
        var call = bench.TextKing.Upload(Project, Job, SourceDocument.Find(path, null, null));
        File.Delete(path);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => call.SendAsync(bench.Context));

        Assert.Equal(("JobDrafts.BadValue", CallOutcome.NotSent), (error.ErrorId, error.Outcome));
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task A_download_asks_for_any_type_and_keeps_what_came()
    {
        using var bench = Sending("Grüße", "attachment; filename=a b (final).txt", ("Last-Modified", "Fri, 02 Mar 2026 10:00:00 GMT"));
        var folder = Path.Combine(SampleFile.Folder(), "new", "er");

        var saved = await bench.TextKing.SaveAsync(JobFile.Translation, Project, Job, folder, overwrite: false, bench.Context);

        var sent = Assert.Single(bench.Requests);
        Assert.Equal($"GET {JobPath}/translation HTTP/1.1", sent.Line);
        Assert.Equal("*/*", sent.Header("Accept"));
        Assert.Equal(Path.Combine(folder, "a b (final).txt"), saved.Path);
        Assert.Equal("Grüße", await File.ReadAllTextAsync(saved.Path, TestContext.Current.CancellationToken));
        Assert.Equal((7L, "text/plain; charset=utf-8", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)), (saved.Length, saved.ContentType, saved.LastModified));
        Assert.Equal(new DateTime(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc), File.GetLastWriteTimeUtc(saved.Path));
        Assert.Single(Directory.GetFileSystemEntries(folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(saved.Path));
        }
    }

    [Theory]
    [InlineData("attachment; filename=../../evil.txt", "evil.txt")]
    [InlineData("attachment; filename=..\\..\\evil.txt", "evil.txt")]
    [InlineData("attachment; filename=C:\\evil.txt", "evil.txt")]
    [InlineData("attachment; filename=/tmp/evil.txt", "evil.txt")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fevil.txt", "evil.txt")]
    [InlineData("attachment; filename=..", Job + ".txt")]
    [InlineData("attachment; filename=NUL", "_NUL")]
    [InlineData("attachment", Job + ".txt")]
    [InlineData("attachment; filename=.bashrc", "_.bashrc")]
    public async Task A_file_never_leaves_its_folder(string disposition, string name)
    {
        using var bench = Sending("x", disposition);
        var root = SampleFile.Folder();
        var folder = Directory.CreateDirectory(Path.Combine(root, "a", "b")).FullName;

        var saved = await bench.TextKing.SaveAsync(JobFile.Document, Project, Job, folder, overwrite: false, bench.Context);

        Assert.Equal(Path.Combine(folder, name), saved.Path);
        Assert.Equal([saved.Path], Directory.GetFiles(root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_download_that_breaks_leaves_nothing()
    {
        using var bench = new ServiceBench(_ => WireReply.Truncated(200, "half of", missing: 100));
        var folder = SampleFile.Folder();

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Save(bench, folder));

        Assert.Equal(("TextKing.ConnectionLost", CallOutcome.NotSent), (error.ErrorId, error.Outcome));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_download_that_stands_still_ends_with_the_time_out_and_leaves_nothing()
    {
        using var bench = new ServiceBench(_ => WireReply.Unfinished(200, "half of", missing: 100), TimeSpan.FromMilliseconds(300));
        var folder = SampleFile.Folder();

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Save(bench, folder));

        Assert.Equal("TextKing.Timeout", error.ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_transfer_may_take_longer_than_an_answer_as_long_as_it_moves()
    {
        using var sandbox = JobSandbox.Start();
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.TextKing) { Token = sandbox.TextKingToken, BaseUri = sandbox.TextKingUri, Timeout = TimeSpan.FromSeconds(2) });
        sandbox.Apply(new SandboxControl { Faults = [new SandboxFault { Kind = SandboxFaultKind.SlowBody }] });

        // 71 bytes, 50 ms apart.
        var saved = await new TextKingClient(connection).SaveAsync(JobFile.Document, "22222222-2222-4222-8222-222222222222", "bbbbbbbb-0000-4000-8000-000000000001", SampleFile.Folder(), overwrite: false, Context());

        Assert.InRange(saved.Length, 60, 100);
        ConnectionFactory.Close(connection);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_there_is_replaced_only_when_that_is_said(bool overwrite)
    {
        using var bench = Sending("new", "attachment; filename=note.txt");
        var folder = SampleFile.Folder();
        var path = Path.Combine(folder, "note.txt");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);

        if (overwrite)
        {
            await Save(bench, folder, overwrite);
        }
        else
        {
            var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Save(bench, folder));
            Assert.Equal("JobDrafts.FileExists", error.ErrorId);
        }

        Assert.Equal(overwrite ? "new" : "old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(folder));
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task An_error_is_never_kept_as_a_file()
    {
        using var bench = ServiceBench.Answering(500, "<html>Oops</html>", "text/html", ("Content-Disposition", "attachment; filename=oops.html"));
        var folder = SampleFile.Folder();

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Save(bench, folder));

        Assert.Equal("TextKing.Http500", error.ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_missing_translation_is_told_by_the_jobs_state()
    {
        using var bench = new ServiceBench(request => request.Target.EndsWith("/translation", StringComparison.Ordinal)
            ? WireReply.Of(404, string.Empty)
            : WireReply.Of(200, $$"""{"id":"{{Job}}","state":"translation-pending"}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Save(bench, SampleFile.Folder()));

        Assert.Equal(("TextKing.Http404", 404), (error.ErrorId, error.StatusCode));
        Assert.Contains("is translation-pending and has no translation", error.Message, StringComparison.Ordinal);
        Assert.Contains("translation-delivered", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_megabytes_go_there_and_back_unchanged()
    {
        using var sandbox = JobSandbox.Start();
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.TextKing) { Token = sandbox.TextKingToken, BaseUri = sandbox.TextKingUri });
        var content = new byte[5_000_011];
        new Random(7).NextBytes(content);
        const string SpringProject = "11111111-1111-4111-8111-111111111111";
        const string SpringJob = "aaaaaaaa-0000-4000-8000-000000000001";
        var documents = new TextKingClient(connection);
        var context = Context();

        await documents.Upload(SpringProject, SpringJob, SourceDocument.Find(SampleFile.Of("book.docx", content), null, null)).SendAsync(context);
        Assert.Equal((content.Length, (long?)content.Length), (context.Transfer.Moved, context.Transfer.Total));
        var saved = await documents.SaveAsync(JobFile.Document, SpringProject, SpringJob, SampleFile.Folder(), overwrite: false, context);

        Assert.Equal(content, await File.ReadAllBytesAsync(saved.Path, TestContext.Current.CancellationToken));
        Assert.Equal(content.Length, Assert.Single(sandbox.Requests, request => request.Method == "POST").BodyLength);
        ConnectionFactory.Close(connection);
    }

    private static CallContext Context() => new(new CallLog(), TestContext.Current.CancellationToken);

    private static JobWrite Upload(ServiceBench bench) => bench.TextKing.Upload(Project, Job, SourceDocument.Find(SampleFile.Of("note.txt", "x"), null, null));

    private static Task<SavedDocument> Save(ServiceBench bench, string folder, bool overwrite = false) =>
        bench.TextKing.SaveAsync(JobFile.Translation, Project, Job, folder, overwrite, bench.Context);

    private static ServiceBench Sending(string text, string disposition, params (string Name, string Value)[] headers) =>
        new(_ => WireReply.Of(200, Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", [("Content-Disposition", disposition), .. headers]));

    private static WireReply Answer(WireRequest request) => request.Method == "POST" ? WireReply.Of(201, string.Empty, string.Empty) : WireReply.Of(200, JobJson);
}
