using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class SaveTranslationTests : IDisposable
{
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string First = "bbbbbbbb-0000-4000-8000-000000000001";
    private const string Second = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string SpringJob = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Spring = "11111111-1111-4111-8111-111111111111";

    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Documents_come_under_their_own_names_in_the_order_of_the_jobs()
    {
        var result = bench.Run($"Get-TranslationJob {Winter} | Save-TranslationDocument -Path $folder", ("folder", folder.Path));

        Assert.Empty(result.AllErrors);
        Assert.Equal([First, Second], result.Output.Select(saved => saved.Properties["JobId"].Value));
        Assert.Equal([Path.Combine(folder.Path, "manual-de.txt"), Path.Combine(folder.Path, "safety notes.txt")], result.Output.Select(saved => saved.Properties["Path"].Value));
        Assert.StartsWith("Keep away from water.", File.ReadAllText(Path.Combine(folder.Path, "safety notes.txt")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_translation_is_there_once_it_is_delivered()
    {
        var early = bench.Run($"Save-Translation {First} {Winter} -Path $folder", ("folder", folder.Path));
        var late = bench.Run($"Complete-SandboxTranslation {First} -Sandbox $sandbox; Save-Translation {First} {Winter} -Path $folder");

        Assert.Single(early.AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "is translation-pending and has no translation", "Nothing was changed.");
        Assert.Empty(late.AllErrors);
        Assert.StartsWith("[de > en] ", File.ReadAllText((string)Assert.Single(late.Output).Properties["Path"].Value), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_without_a_document_is_told_what_it_lacks()
    {
        var result = bench.Run($"Save-TranslationDocument {SpringJob} {Spring} -Path $folder", ("folder", folder.Path));

        Assert.Single(result.AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "has no document", "Send-TranslationDocument");
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_Force_says_otherwise()
    {
        var path = Path.Combine(folder.Path, "manual-de.txt");
        File.WriteAllText(path, "mine");
        var refused = bench.Run($"Save-TranslationDocument {First} {Winter} -Path $folder", ("folder", folder.Path));
        Assert.Equal("mine", File.ReadAllText(path));

        var forced = bench.Run($"Save-TranslationDocument {First} {Winter} -Path $folder -Force");

        Assert.Single(refused.AllErrors).Says("JobDrafts.FileExists", ErrorCategory.ResourceExists, path, "left as it is", "-Force");
        Assert.Empty(forced.AllErrors);
        Assert.StartsWith("Vor dem ersten", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_name_do_not_overwrite_each_other()
    {
        bench.Run($"Complete-SandboxTranslation {First} -Sandbox $sandbox");

        var result = bench.Run($"'{First}', '{First}' | Save-Translation -ProjectId {Winter} -Path $folder -ThrottleLimit 4", ("folder", folder.Path));

        Assert.Single(result.Output);
        Assert.Equal("JobDrafts.FileExists", Assert.Single(result.AllErrors).Id());
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_download_that_always_breaks_leaves_nothing()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'HalfBody'; PathContains = '/document'; Count = 99 }");

        var result = bench.Run($"Save-TranslationDocument {First} {Winter} -Path $folder", ("folder", folder.Path));

        Assert.Single(result.AllErrors).Says("TextKing.ConnectionLost", ErrorCategory.ResourceUnavailable, "broke during the download", "Nothing was changed.");
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_download_that_breaks_once_is_made_again_from_its_beginning()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'HalfBody'; PathContains = '/document' }");

        var result = bench.Run($"Save-TranslationDocument {First} {Winter} -Path $folder", ("folder", folder.Path));

        Assert.Empty(result.AllErrors);
        var saved = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal("Vor dem ersten Gebrauch alle Schrauben nachziehen und das Kabel prüfen.", File.ReadAllText(saved));
    }

    [Fact]
    public void The_folder_is_made_and_a_relative_one_is_the_sessions()
    {
        var result = bench.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation($folder); Save-TranslationDocument {First} {Winter} -Path in/here", ("folder", folder.Path));

        Assert.Empty(result.AllErrors);
        Assert.True(File.Exists(Path.Combine(folder.Path, "in", "here", "manual-de.txt")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        var blocked = Path.Combine(folder.Path, "file");
        File.WriteAllText(blocked, "no folder");

        var result = bench.Run($"Save-TranslationDocument {First} {Winter} -Path $blocked", ("blocked", blocked));

        Assert.Single(result.AllErrors).Says("JobDrafts.CannotSave", ErrorCategory.WriteError, blocked, "Nothing is left");
    }

    [Theory]
    [InlineData("attachment; filename=../../evil.txt", "evil.txt")]
    [InlineData("attachment; filename=C:\\Windows\\evil.txt", "evil.txt")]
    [InlineData("attachment; filename=CON.txt", "_CON.txt")]
    public void A_hostile_name_is_made_safe_and_said(string disposition, string name)
    {
        using var hostile = new Bench(call => Task.FromResult(new Reply(200, "x", "text/plain") { Headers = { ["Content-Disposition"] = disposition } }));

        var run = hostile.Run($"Save-Translation {First} {Winter} -Path $folder", ("folder", Path.Combine(folder.Path, "a", "b")));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal([Path.Combine(folder.Path, "a", "b", name)], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Contains("not safe", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save-TranslationDocument")]
    [InlineData("Save-Translation")]
    public void WhatIf_asks_nothing_of_the_service_and_writes_no_file(string command)
    {
        var host = new RecordingHost(width: 2000);
        using var asking = new SandboxBench(host);

        var result = asking.Run($"{command} {First} {Winter} -Path $folder -WhatIf", ("folder", folder.Path));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Empty(asking.Requests());
        Assert.Contains($"What if: ", host.Shown, StringComparison.Ordinal);
        Assert.Contains(folder.Path, host.Shown, StringComparison.Ordinal);
    }
}
