using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

/// <summary>What the documents name is there: cmdlets, files, headings, projects and tests. Their scripts run in the console tests.</summary>
public sealed partial class DocumentTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    private const int MostWords = 700;
    private const int MostLines = 120;

    /// <summary>The pages at the root, in docs and beside the samples, by their path from the root.</summary>
    private static readonly string[] Pages =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "samples", ".github" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_readme_is_read_in_a_few_minutes()
    {
        var readme = Text("README.md");
        Assert.InRange(Word().Count(readme), 1, MostWords);
        Assert.InRange(readme.Split('\n').Length, 1, MostLines);
    }

    [Fact]
    public void The_page_of_the_cmdlets_names_every_cmdlet_and_alias()
    {
        var page = Text("docs/cmdlets.md");
        Assert.All(catalog.Cmdlets.Select(cmdlet => cmdlet.Name).Concat(catalog.Aliases), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_contents_leads_to_every_page_of_the_documents()
    {
        var contents = Text("docs/index.md");
        var pages = Pages.Where(page => Path.GetDirectoryName(page) == "docs" && page != Path.Combine("docs", "index.md")).Select(Path.GetFileName).ToArray();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"]({page})", contents, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_script_of_the_documents_parses()
    {
        var scripts = Pages.SelectMany(page => Script().Matches(Text(page)).Select(match => (Page: page, Script: match.Groups["script"].Value))).ToArray();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script =>
        {
            Parser.ParseInput(script.Script, out _, out var errors);
            Assert.True(errors.Length == 0, $"{script.Page}: {string.Join(' ', errors.Select(error => error.Message))}");
        });
    }

    [Fact]
    public void Every_link_leads_to_a_file_and_to_a_heading()
    {
        var links = Pages.SelectMany(page => Link().Matches(Text(page)).Select(match => (Page: page, Target: match.Groups["target"].Value))).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            var parts = link.Target.Split('#', 2);
            var path = parts[0].Length == 0 ? Path.Combine(Repository.Root, link.Page) : Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(link.Page)!, parts[0]));
            Assert.True(Path.Exists(path), $"{link.Page}: {link.Target} is not there.");
            Assert.True(parts.Length == 1 || Anchors(File.ReadAllText(path)).Contains(parts[1]), $"{link.Page}: {link.Target} has no such heading.");
        });
    }

    [Fact]
    public void The_commands_of_the_documents_name_projects_and_tests_that_there_are()
    {
        var text = Text("README.md") + Text("CONTRIBUTING.md");
        var paths = Named().Matches(text).Select(match => match.Value).ToArray();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not there."));

        var filters = Filter().Matches(text).Select(match => match.Groups).ToArray();
        Assert.NotEmpty(filters);
        Assert.All(filters, filter =>
        {
            var folder = Path.Combine(Repository.Root, filter["project"].Value);
            var tests = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetFileName(folder)}.{Path.GetRelativePath(folder, file)[..^3].Replace(Path.DirectorySeparatorChar, '.')}")
                .ToArray();
            Assert.All(filter["name"].Captures, name => Assert.Contains(tests, test => test.Contains(name.Value, StringComparison.Ordinal)));
        });
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    /// <summary>The names by which the headings of a page are linked to: small letters, hyphens for spaces, no other signs.</summary>
    private static HashSet<string> Anchors(string page) =>
        [.. Heading().Matches(page).Select(match => NotInAnchor().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'))];

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex("```powershell\n(?<script>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<=[ `/])(?:src|samples|tests|tools|benchmarks|docs)/[\w./-]*\w")]
    private static partial Regex Named();

    [GeneratedRegex(@"dotnet test --project (?<project>tests/[\w.]+) --filter-class ""\*(?<name>[\w.]+)\*""")]
    private static partial Regex Filter();

    [GeneratedRegex(@"\]\((?<target>(?!https?:)[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
