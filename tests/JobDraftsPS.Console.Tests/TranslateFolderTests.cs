namespace JobDraftsPS.Console.Tests;

/// <summary>A folder of documents goes through the sandbox and comes back translated, without anybody at the keyboard.</summary>
public sealed class TranslateFolderTests
{
    private static readonly string[] Languages = ["de", "es", "fr"];

    [Fact]
    public async Task Twelve_documents_come_back_in_three_languages()
    {
        var folder = Directory.CreateTempSubdirectory("translate-folder-");
        try
        {
            await using var run = ScriptRun.StartSample("translate-folder.ps1", "-OutPath", folder.FullName);
            var result = await run.End();

            Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
            Assert.Matches(@"Documents +: 12\s+Jobs +: 36\s+Saved +: 36\s+NetPrice +: [\d.]+\s+State +: finished", result.Output);
            var sources = Directory.GetFiles(Path.Combine(Checkout.Root, "samples", "documents"));
            Assert.Equal(12, sources.Length);
            Assert.Equal(Languages, Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            foreach (var language in Languages)
            {
                Assert.Equal(12, Directory.GetFileSystemEntries(Path.Combine(folder.FullName, language)).Length);
                Assert.All(sources, source => Assert.Equal(Translated(source, language), File.ReadAllBytes(Path.Combine(folder.FullName, language, Path.GetFileName(source)))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The sandbox's translator marks a plain text and leaves every other format as it is.</summary>
    private static byte[] Translated(string source, string language)
    {
        var text = File.ReadAllBytes(source);
        return Path.GetExtension(source) == ".txt" ? [.. System.Text.Encoding.UTF8.GetBytes($"[en > {language}] "), .. text] : text;
    }
}
