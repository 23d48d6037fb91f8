using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class SendTranslationDocumentTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string WinterJob = "bbbbbbbb-0000-4000-8000-000000000001";

    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Many_files_go_to_many_jobs_in_one_pipeline()
    {
        var rows = Enumerable.Range(1, 9).Select(number => Row(Job(number), File($"text {number}.txt", string.Join(' ', Enumerable.Repeat("word", number))))).ToArray();

        var result = bench.Run("$rows | Send-TranslationDocument -ThrottleLimit 4", ("rows", rows));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal(Enumerable.Range(1, 9).Select(number => (Job(number), (long)number)), result.Output.Select(job => ((string)job.Properties["JobId"].Value, (long)job.Properties["Words"].Value)));
        Assert.All(result.Output, job => Assert.True((bool)job.Properties["HasDocument"].Value));
        Assert.Contains(bench.Writes(), write => write == $"POST /v1/project/{Spring}/job/{Job(1)}/document/text%201.txt 201");
    }

    [Fact]
    public void One_file_goes_to_every_job_that_is_piped_in()
    {
        var path = File("leaflet.html", "<p>two words</p>");

        var result = bench.Run($"Get-TranslationJob {Spring} | Where-Object SourceLanguage -eq en | Send-TranslationDocument -Path $path", ("path", path));

        Assert.Empty(result.AllErrors);
        Assert.Equal(6, result.Output.Count);
        Assert.Equal(6, bench.Writes().Count(write => write.EndsWith("/document/leaflet.html 201", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_path_is_taken_from_the_sessions_folder_and_as_it_is_written()
    {
        File("draft [v2].txt", "x");

        var result = bench.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation($folder); Send-TranslationDocument {Job(1)} {Spring} 'draft [v2].txt'", ("folder", folder.Path));

        Assert.Empty(result.AllErrors);
        Assert.Equal($"POST /v1/project/{Spring}/job/{Job(1)}/document/draft%20%5Bv2%5D.txt 201", Assert.Single(bench.Writes()));
    }

    [Fact]
    public void A_missing_file_is_named_and_the_rows_around_it_go_on() => Middle(Row(Job(2), Path.Combine(folder.Path, "missing.txt")))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "There is no document", "missing.txt", "Nothing was sent.");

    [Fact]
    public void An_empty_file_is_not_sent() => Middle(Row(Job(2), File("empty.txt", string.Empty)))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "empty.txt' is empty", "Nothing was sent.");

    [Fact]
    public void A_folder_is_no_document() => Middle(Row(Job(2), folder.Path))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "is a folder", "Nothing was sent.");

    [Fact]
    public void A_row_without_a_document_is_not_guessed() => Middle(Rows.Of(("projectId", Spring), ("jobId", Job(2))))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "not said which document", "Nothing was sent.");

    [Fact]
    public void A_bad_id_is_refused_before_it_is_sent() => Middle(Row("aaaaaaaa-0000-4000-8000-00000000001", File("short.txt", "x")))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no job id", "Nothing was sent.");

    [Fact]
    public void A_format_that_is_not_translated_is_refused_by_the_services_code() => Middle(Row(Job(2), File("photo.png", "x")))
        .Says("TextKing.Http406", ErrorCategory.InvalidData, "'photo.png'", "docx, doc, xlsx, xls, pptx, idml, rtf, odt, html, txt, xml", "Nothing was sent.");

    [Fact]
    public void Two_documents_for_one_job_are_a_mistake_in_the_sheet() => Middle(Row(Job(1).ToUpperInvariant(), File("other.txt", "x")))
        .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "gets 'first.txt' in this run already", "Nothing was sent.");

    [Fact]
    public void A_type_that_is_said_is_the_services_to_judge()
    {
        var taken = bench.Run($"Send-TranslationDocument {Job(1)} {Spring} $path -ContentType 'text/plain; charset=utf-8'", ("path", File("README", "three words here")));
        var refused = bench.Run($"Send-TranslationDocument {Job(2)} {Spring} $path -ContentType image/png", ("path", File("photo.png", "x")));

        Assert.Equal(3L, Assert.Single(taken.Output).Properties["Words"].Value);
        Assert.Single(refused.AllErrors).Says("TextKing.Http406", ErrorCategory.InvalidData, "photo.png", "image/png", "Nothing was changed.");
    }

    [Fact]
    public void A_document_over_the_limit_is_refused_with_its_size()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -UploadLimit 2000");

        var result = bench.Run($"Send-TranslationDocument {Job(1)} {Spring} $path", ("path", File("long.txt", new string('x', 2001))));

        Assert.Single(result.AllErrors).Says("TextKing.Http400", ErrorCategory.InvalidData, "'long.txt' (2 KiB, text/plain)", "2001 bytes; 2000 are allowed", "Nothing was changed.");
    }

    [Fact]
    public void A_project_that_is_not_prepared_is_told_by_name_and_state()
    {
        var result = bench.Run($"Send-TranslationDocument {WinterJob} {Winter} $path", ("path", File("note.txt", "x")));

        Assert.Single(result.AllErrors).Says("TextKing.Http403", ErrorCategory.PermissionDenied, "'Winter manual'", "is running", "prepared", "Nothing was changed.");
    }

    [Fact]
    public void WhatIf_names_the_document_and_sends_nothing()
    {
        var host = new RecordingHost(width: 2000);
        using var asking = new SandboxBench(host);

        var result = asking.Run($"Send-TranslationDocument {Job(1)} {Spring} $path -WhatIf", ("path", File("note.txt", "four")));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Empty(asking.Requests());
        Assert.Contains("Upload 'note.txt' (4 bytes, text/plain)", host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_remembers_what_was_uploaded_and_sends_only_what_changed()
    {
        var rows = new[] { Row(Job(1), File("one.txt", "one")), Row(Job(2), File("two.txt", "two")) };
        var variables = new[] { ("rows", (object?)rows), ("journal", Path.Combine(folder.Path, "run.jsonl")) };
        const string Command = "$rows | Send-TranslationDocument -JournalPath $journal -Resume";
        Assert.Equal(2, bench.Run(Command, variables).Output.Count);
        File("two.txt", "two three");

        var again = bench.Run(Command, variables);

        Assert.Empty(again.AllErrors);
        Assert.Equal([1L, 2L], again.Output.Select(job => job.Properties["Words"].Value));
        Assert.Equal(3, bench.Writes().Count);
    }

    [Fact]
    public void A_reply_that_is_lost_is_no_second_document()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling'; PathContains = '/document/' }");

        var result = bench.Run($"Send-TranslationDocument {Job(1)} {Spring} $path", ("path", File("note.txt", "three words here")));

        Assert.Empty(result.AllErrors);
        Assert.Equal(3L, Assert.Single(result.Output).Properties["Words"].Value);
        Assert.Equal(2, bench.Writes().Count);
    }

    [Fact]
    public void Words_that_are_counted_later_are_not_awaited()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -WordCountDelay 00:05:00");

        var sent = bench.Run($"Send-TranslationDocument {Job(1)} {Spring} $path", ("path", File("note.txt", "three words here")));
        bench.AdvanceClock(TimeSpan.FromMinutes(5));
        var later = bench.Run($"Get-TranslationJob {Spring} {Job(1)}");

        Assert.Null(Assert.Single(sent.Output).Properties["Words"].Value);
        Assert.Equal(true, sent.Output[0].Properties["HasDocument"].Value);
        Assert.Equal(3L, Assert.Single(later.Output).Properties["Words"].Value);
    }

    private static string Job(int number) => $"aaaaaaaa-0000-4000-8000-{number:D12}";

    private static PSObject Row(string jobId, string path) => Rows.Of(("projectId", Spring), ("jobId", jobId), ("path", path));

    private string File(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The one error of three rows, whose middle one is bad.</summary>
    private ErrorRecord Middle(PSObject bad) =>
        bench.MiddleRowOf("Send-TranslationDocument", [Row(Job(1), File("first.txt", "a")), bad, Row(Job(3), File("third.txt", "c"))], 4);
}
