using JobDraftsPS.HelpBuilder;
using JobDraftsPS.HelpBuilder.Pages;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Help;

/// <summary>A page that is not in the form is refused where it is wrong, so that nothing is lost unseen on its way to Get-Help.</summary>
public sealed class PageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("## DESCRIPTION", "## REMARKS", "these sections in this order")]
    [InlineData("[[-JobId] <string[]>] ", "", "disagree about: JobId")]
    [InlineData("Position: 1", "Place: 1", "'Place' not found")]
    [InlineData("```powershell\nGet-TranslationJob -ProjectId", "Get-TranslationJob -ProjectId", "one powershell block")]
    [InlineData("Shows all jobs of the project.", "{{ What it does. }}", "still to be written")]
    [InlineData("Shows all jobs of the project.", "> Shows all jobs.", "paragraphs, lists and code only")]
    [InlineData("### -JobId\n", "### JobId\n", "a heading with a dash")]
    public void A_page_out_of_form_is_refused_with_its_line(string text, string instead, string complaint)
    {
        var page = File.ReadAllText(Path.Combine(HelpSurface.Folder, "Get-TranslationJob.md"));
        Assert.Contains(text, page, StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "Get-TranslationJob.md");
        File.WriteAllText(file, page.Replace(text, instead, StringComparison.Ordinal));

        var wrong = Assert.Throws<PageException>(() => PageReader.Read(file));

        Assert.Contains(complaint, wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{file}({wrong.Line}): error ", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_taken_away_takes_its_help_along()
    {
        var (pages, target) = (folder.CreateSubdirectory("pages").FullName, folder.CreateSubdirectory("help").FullName);
        Array.ForEach(Directory.GetFiles(HelpSurface.Folder), file => File.Copy(file, Path.Combine(pages, Path.GetFileName(file))));
        HelpFolder.Build(pages, target);
        Assert.Contains("about_JobDraftsPS.help.txt", Directory.GetFiles(target).Select(Path.GetFileName));

        File.Delete(Path.Combine(pages, "about_JobDraftsPS.md"));
        HelpFolder.Build(pages, target);

        Assert.Equal("JobDraftsPS.dll-Help.xml", Assert.Single(Directory.GetFiles(target).Select(Path.GetFileName)));
    }

    [Fact]
    public void An_about_topic_fits_a_narrow_window_except_where_it_shows_code()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Help, "about_JobDraftsPS.help.txt"));

        Assert.All(lines.Where(line => !line.StartsWith("        ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }
}
