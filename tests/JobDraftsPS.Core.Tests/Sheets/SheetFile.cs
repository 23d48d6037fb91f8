using System.Text;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Sheets;

/// <summary>A sheet on disk for one test.</summary>
internal sealed class SheetFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jdps-sheet-").FullName;

    public SheetFile(string name, byte[] content)
    {
        Path = System.IO.Path.Combine(folder, name);
        File.WriteAllBytes(Path, content);
    }

    public SheetFile(string name, string content, Encoding? encoding = null)
        : this(name, [.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(content)])
    {
    }

    public string Path { get; }

    public static IReadOnlyList<SheetRow> Read(string name, string content, SheetOptions? options = null)
    {
        using var file = new SheetFile(name, content);
        return file.Rows(options);
    }

    /// <summary>What the refusal of a sheet says.</summary>
    public static string Refusal(string name, string content, SheetOptions? options = null)
    {
        using var file = new SheetFile(name, content);
        return file.Refusal(options);
    }

    public IReadOnlyList<SheetRow> Rows(SheetOptions? options = null) => [.. SheetReader.Read(Path, options ?? new SheetOptions())];

    public string Refusal(SheetOptions? options = null)
    {
        var refused = Assert.Throws<JobDraftsApiException>(() => Rows(options));
        Assert.Equal("JobDrafts.Plan", refused.ErrorId);
        Assert.Equal(CallOutcome.NotSent, refused.Outcome);
        return refused.Message;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
