using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

public sealed partial class ReadmeTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_readme_names_every_cmdlet_and_alias_that_there_is()
    {
        Assert.All(catalog.Cmdlets.Select(cmdlet => cmdlet.Name).Concat(catalog.Aliases), name => Assert.Contains($"`{name}`", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_scripts_of_the_readme_are_written_without_mistake()
    {
        var scripts = Script().Matches(Readme);

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script =>
        {
            Parser.ParseInput(script.Groups["script"].Value, out _, out var errors);
            Assert.Empty(errors);
        });
    }

    [Fact]
    public void The_links_of_the_readme_lead_to_files()
    {
        Assert.All(Link().Matches(Readme), link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups["path"].Value)), $"{link.Groups["path"].Value} is not there."));
    }

    [Fact]
    public void The_commands_of_the_readme_name_projects_and_tests_that_there_are()
    {
        var paths = Named().Matches(Readme).Select(match => match.Value).ToArray();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not there."));

        var filters = Filter().Matches(Readme).Select(match => match.Groups).ToArray();
        Assert.NotEmpty(filters);
        Assert.All(filters, filter =>
        {
            var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, filter["project"].Value), "*.cs", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetFileName(filter["project"].Value)}.{Path.GetRelativePath(Path.Combine(Repository.Root, filter["project"].Value), file)[..^3].Replace(Path.DirectorySeparatorChar, '.')}")
                .ToArray();
            Assert.All(filter["name"].Captures, name => Assert.Contains(tests, test => test.Contains(name.Value, StringComparison.Ordinal)));
        });
    }

    [GeneratedRegex("```powershell\r?\n(?<script>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<=[ `/])(?:src|samples|tests|tools|benchmarks|docs)/[\w./-]*\w")]
    private static partial Regex Named();

    [GeneratedRegex(@"dotnet test (?<project>tests/[\w.]+) --filter ""(?:FullyQualifiedName~(?<name>[\w.]+)(?:\\\|)?)+""")]
    private static partial Regex Filter();

    [GeneratedRegex(@"\]\((?<path>(?!https?:)[^)#]+)\)")]
    private static partial Regex Link();
}
