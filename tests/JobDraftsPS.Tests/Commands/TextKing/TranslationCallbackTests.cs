using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

public sealed class TranslationCallbackTests : IDisposable
{
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string Job = "bbbbbbbb-0000-4000-8000-000000000001";
    private const string Url = "https://hooks.example.org/tk";

    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_callback_is_registered_read_changed_and_removed()
    {
        var made = Assert.Single(bench.Run($"$made = New-TranslationCallback {Job} {Winter} -Url {Url} -TriggerState Translation-Delivered -ExtraData 'order 9'; $made").Output);
        Assert.Equal(("translation-delivered", "order 9", Job, Winter), (made.Properties["TriggerState"].Value, made.Properties["ExtraData"].Value, made.Properties["JobId"].Value, made.Properties["ProjectId"].Value));

        Assert.Equal(made.Properties["CallbackId"].Value, Assert.Single(bench.Run("$made | Get-TranslationCallback").Output).Properties["CallbackId"].Value);
        var changed = Assert.Single(bench.Run("$made | Set-TranslationCallback -TriggerState completed -Clear extra_data").Output);
        Assert.Equal(("completed", null, Url), (changed.Properties["TriggerState"].Value, changed.Properties["ExtraData"].Value, changed.Properties["Url"].Value));
        Assert.Empty(bench.Run("$made | Remove-TranslationCallback").AllErrors);
        Assert.Empty(bench.Run($"Get-TranslationCallback {Winter} {Job}").Output);
        Assert.Single(bench.Run("$made | Remove-TranslationCallback").AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, (string)made.Properties["CallbackId"].Value, "Nothing was changed.");
    }

    [Fact]
    public void Every_job_of_a_project_gets_one_and_rows_name_them()
    {
        Assert.Equal(2, bench.Run($"Get-TranslationJob {Winter} | New-TranslationCallback -Url {Url} -TriggerState completed").Output.Count);
        var all = bench.Run($"Get-TranslationJob {Winter} | Get-TranslationCallback").Output;
        Assert.Equal(2, all.Count);
        object[] rows = [.. all.Select(found => Rows.Of(("projectId", Winter), ("jobId", found.Properties["JobId"].Value), ("callbackId", found.Properties["CallbackId"].Value), ("extra_data", "row")))];

        var result = bench.Run("$rows | Set-TranslationCallback", ("rows", rows));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal(["row", "row"], result.Output.Select(found => found.Properties["ExtraData"].Value));
    }

    [Theory]
    [InlineData("-Url https://x.example.org/ -TriggerState new", "translation-pending, translation-delivered, revision-requested, completed, canceled")]
    [InlineData("-Url https://x.example.org/", "needs trigger_state")]
    [InlineData("-TriggerState completed", "needs url")]
    [InlineData("-Url hooks.example.org -TriggerState completed", "absolute http or https")]
    [InlineData("-Url ftp://x.example.org/ -TriggerState completed", "absolute http or https")]
    public void A_callback_that_the_service_would_refuse_never_leaves(string parameters, string words)
    {
        var error = Assert.Single(bench.Run($"try {{ New-TranslationCallback {Job} {Winter} {parameters} }} catch {{ throw }}").AllErrors);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, words, "Nothing was sent.");
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void A_row_without_a_callback_is_refused()
    {
        Assert.Single(bench.Run($"Get-TranslationJob {Winter} {Job} | Remove-TranslationCallback").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "names no callback", "Nothing was sent.");
        Assert.Single(bench.Run($"Remove-TranslationCallback hook-1 {Job} {Winter}").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "is no callback id", "Nothing was sent.", "Get-TranslationCallback");
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("New-TranslationCallback {1} {0} -Url https://once.example.org/ -TriggerState completed", "POST", 2)]
    [InlineData("Get-TranslationCallback {0} {1} | Remove-TranslationCallback", "DELETE", 0)]
    [InlineData("Get-TranslationCallback {0} {1} | Set-TranslationCallback -ExtraData again", "PUT", 1)]
    public void A_lost_reply_leaves_the_work_done_once(string command, string method, int left)
    {
        bench.Run($"New-TranslationCallback {Job} {Winter} -Url {Url} -TriggerState completed");
        var fault = new Hashtable { ["Kind"] = "DropAfterHandling", ["Method"] = method };

        var result = bench.Run("$null = $sandbox | Set-JobDraftSandbox -Fault $fault -Confirm:$false; " + string.Format(null, command, Winter, Job), ("fault", fault));

        Assert.Empty(result.AllErrors);
        Assert.Equal(left, bench.Run($"Get-TranslationCallback {Winter} {Job}").Output.Count);
    }

    [Fact]
    public void A_journal_knows_one_callback_of_a_job_from_another()
    {
        using var folder = new TemporaryFolder();
        bench.Run($"1..2 | ForEach-Object {{ $null = New-TranslationCallback {Job} {Winter} -Url \"{Url}?$_\" -TriggerState completed }}; $all = @(Get-TranslationCallback {Winter} {Job})");
        var journal = Path.Combine(folder.Path, "gone.jsonl");

        Assert.Empty(bench.Run($"$all[1] | Remove-TranslationCallback -JournalPath '{journal}'").AllErrors);
        Assert.Empty(bench.Run($"$all | Remove-TranslationCallback -JournalPath '{journal}' -Resume").AllErrors);

        Assert.Empty(bench.Run($"Get-TranslationCallback {Winter} {Job}").Output);
    }
}
