using System.Management.Automation;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class NewJobDraftFileTests : IClassFixture<Bench>, IDisposable
{
    private readonly Bench bench;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-");

    public NewJobDraftFileTests(Bench bench)
    {
        this.bench = bench;
        Write("a.txt", "Text A");
        Write("b.txt", "Text B");
        Write("[c].txt", "Text C");
        Write("notes.md", "No job");
        bench.Session.Runspace.SessionStateProxy.Path.SetLocation(folder.FullName);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("-Path a.txt, b.txt", "Text A|Text B")]
    [InlineData("-Path ?.txt", "Text A|Text B")]
    [InlineData("-Path *.txt -ThrottleLimit 1", "Text A|Text B|Text C")]
    [InlineData("-LiteralPath '[c].txt'", "Text C")]
    [InlineData("-Path \"$PWD/a.txt\"", "Text A")]
    public void Files_are_one_draft_each(string given, string texts)
    {
        var run = bench.Run("New-JobDraft " + given);

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(texts.Split('|'), Texts(run).Order());
    }

    [Theory]
    [InlineData("-Path missing.txt, a.txt", "missing.txt")]
    [InlineData("-Path 'missing*.txt', a.txt", "missing*.txt")]
    [InlineData("-LiteralPath missing.txt, a.txt", "missing.txt")]
    [InlineData("-LiteralPath '?.txt', a.txt", "?.txt")]
    [InlineData("-Path nodrive:/x.txt, a.txt", "nodrive:/x.txt")]
    [InlineData("-LiteralPath nodrive:/x.txt, a.txt", "nodrive:/x.txt")]
    public void A_path_that_leads_nowhere_is_one_error_and_the_others_go_on(string given, string path)
    {
        var run = bench.Run("New-JobDraft " + given);

        Assert.Equal(["Text A"], Texts(run));
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, path, "Nothing was sent.");
    }

    [Fact]
    public void A_folder_is_no_text()
    {
        folder.CreateSubdirectory("inner.txt");

        var run = bench.Run("New-JobDraft -LiteralPath inner.txt");

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "inner.txt", "Nothing was sent.");
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read_without_it()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "bom.txt"), "Größe", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(["Größe"], Texts(bench.Run("New-JobDraft -Path bom.txt")));
    }

    [Fact]
    public void A_file_in_an_old_encoding_is_refused_and_not_sent_with_its_letters_lost()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "ansi.txt"), Encoding.Latin1.GetBytes("Größe"));

        var run = bench.Run("New-JobDraft -Path ansi.txt, a.txt");

        Assert.Equal(["Text A"], Texts(run));
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "ansi.txt", "UTF-8", "Nothing was sent.");
    }

    private static string[] Texts(BenchRun run) => [.. run.Writes.Select(call =>
    {
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.GetProperty("rawJobDescription").GetString()!;
    })];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
