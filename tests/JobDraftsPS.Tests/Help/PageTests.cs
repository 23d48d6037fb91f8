using JobDraftsPS.HelpBuilder;
using JobDraftsPS.HelpBuilder.Pages;
using JobDraftsPS.HelpBuilder.Surface;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Help;

/// <summary>A page that is not in the form is refused where it is wrong, so that nothing is lost unseen on its way to Get-Help.</summary>
public sealed class PageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("## DESCRIPTION", "## REMARKS", "these sections in this order")]
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

    [Theory]
    [InlineData("Get-TranslationJob.md", "### -JobId\n", "### -JobIds\n", "has no parameter -JobIds")]
    [InlineData("_shared.md", "### -ThrottleLimit\n", "### -Throttle\n", "Nothing describes -ThrottleLimit")]
    [InlineData("Get-TranslationJob.md", "# Get-TranslationJob\n", "# Get-TranslationJobs\n", "exports no Get-TranslationJobs")]
    public void A_page_that_does_not_fit_the_cmdlets_ends_the_build(string page, string text, string instead, string complaint)
    {
        var (pages, target) = CopyPages();
        var file = Path.Combine(pages, page);
        var before = File.ReadAllText(file);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(file, before.Replace(text, instead, StringComparison.Ordinal));

        var wrong = Assert.Throws<PageException>(() => HelpFolder.Build(Surface.Value, pages, target));

        Assert.Contains(complaint, wrong.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(target));
    }

    [Fact]
    public void A_page_that_is_taken_away_takes_its_help_along()
    {
        var (pages, target) = CopyPages();
        HelpFolder.Build(Surface.Value, pages, target);
        Assert.Contains("about_JobDraftsPS.help.txt", Directory.GetFiles(target).Select(Path.GetFileName));

        Array.ForEach(Directory.GetFiles(pages, "about_*"), File.Delete);
        HelpFolder.Build(Surface.Value, pages, target);

        Assert.Equal("JobDraftsPS.dll-Help.xml", Assert.Single(Directory.GetFiles(target).Select(Path.GetFileName)));
    }

    [Theory]
    [InlineData("about_JobDraftsPS")]
    [InlineData("about_JobDraftsPS_Bulk")]
    [InlineData("about_JobDraftsPS_Security")]
    public void An_about_topic_fits_a_narrow_window_except_where_it_shows_code(string topic)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Help, topic + ".help.txt"));

        Assert.All(lines.Where(line => !line.StartsWith("        ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }

    private static readonly Lazy<ModuleSurface> Surface = new(() => ModuleSurface.Read(Path.Combine(Repository.Module, "JobDraftsPS.psd1")));

    private (string Pages, string Target) CopyPages()
    {
        var (pages, target) = (folder.CreateSubdirectory("pages").FullName, folder.CreateSubdirectory("help").FullName);
        Array.ForEach(Directory.GetFiles(HelpSurface.Folder), file => File.Copy(file, Path.Combine(pages, Path.GetFileName(file))));
        return (pages, target);
    }
}
