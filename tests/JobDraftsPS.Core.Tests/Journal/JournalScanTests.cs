using System.Text;
using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Core.Tests.Journal;

public sealed class JournalScanTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-scan-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    public void A_line_may_end_anywhere(int length)
    {
        // The file is read in pieces, and an end of a line may be the last or the first byte of one.
        var line = Line(1);
        using var scan = Scan(line.Replace("\"message\":\"\"", $"\"message\":\"{new string('x', length - line.Length)}\"", StringComparison.Ordinal) + "\n" + Line(2) + "\n");

        Assert.Equal(1, scan.Next()!.Number);
        Assert.Equal(length + 1, scan.EndOfWholeLines);
        Assert.Equal(2, scan.Next()!.Number);
        Assert.Equal(length + 1, scan.LineStart);
        Assert.Null(scan.Next());
        Assert.False(scan.IsTorn);
    }

    [Fact]
    public void An_empty_line_is_passed_over()
    {
        using var scan = Scan("\n" + Line(1) + "\n\n" + Line(2) + "\n");

        Assert.Equal(1, scan.Next()!.Number);
        Assert.Equal(2, scan.Next()!.Number);
        Assert.Null(scan.Next());
    }

    [Fact]
    public void A_line_without_its_end_is_torn_and_not_read()
    {
        using var scan = Scan(Line(1) + "\n" + Line(2));

        Assert.Equal(1, scan.Next()!.Number);
        Assert.Null(scan.Next());
        Assert.True(scan.IsTorn);
        Assert.Equal(Line(1).Length + 1, scan.EndOfWholeLines);
    }

    private static string Line(int number) => $$"""{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"number":{{number}},"message":""}""";

    private JournalScan Scan(string text)
    {
        var path = Path.Combine(folder.FullName, "scan.jsonl");
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return new JournalScan(path);
    }
}
