using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.Tests.Help;

/// <summary>The pages say what the cmdlets are. Each failure holds the text that belongs into the page.</summary>
public sealed class DriftTests
{
    public static TheoryData<string> Names => HelpSurface.Names;

    [Fact]
    public void Every_exported_cmdlet_has_a_page_and_no_page_stands_for_nothing()
    {
        Assert.NotEmpty(HelpSurface.Cmdlets);
        Assert.All(HelpSurface.Cmdlets, cmdlet => HelpSurface.Page(cmdlet.Name));
        Assert.Equal(HelpSurface.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), HelpSurface.Pages.Select(page => page.Name).Order());
        Assert.All(HelpSurface.Pages, page => Assert.True(File.Exists(Path.Combine(HelpSurface.Folder, page.Name + ".md")), $"The page of {page.Name} has another name than its title."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_the_front_matter_of_its_cmdlet(string name)
    {
        var page = HelpSurface.Page(name);

        Assert.Equal(new ExpectedPage(HelpSurface.Cmdlet(name)).FrontMatter, page.FrontMatter.Select(pair => $"{pair.Key}: {(pair.Value.Length == 0 ? "''" : pair.Value)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_shows_every_parameter_set_as_the_engine_does(string name)
    {
        var expected = string.Join("\n\n", new ExpectedPage(HelpSurface.Cmdlet(name)).Syntax.Select(Text));
        var written = string.Join("\n\n", HelpSurface.Page(name).Syntax.Select(Text));

        // The whole text, not the first difference: it is there to be copied.
        Assert.True(expected == written, $"The section SYNTAX of docs/en-US/{name}.md has to be:\n\n{expected}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_names_the_aliases(string name) =>
        Assert.Equal(new ExpectedPage(HelpSurface.Cmdlet(name)).Aliases, HelpSurface.Page(name).Aliases);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_describes_every_parameter_and_no_other(string name)
    {
        var expected = new ExpectedPage(HelpSurface.Cmdlet(name)).Parameters;
        var described = HelpSurface.Page(name).Parameters;

        var missing = expected.Where(parameter => described.All(other => other.Name != parameter.Name)).ToArray();
        Assert.True(missing.Length == 0, $"Add to docs/en-US/{name}.md, in the order of the names:\n\n{string.Join("\n\n", missing.Select(ExpectedPage.Section))}");
        Assert.Equal(expected.Select(parameter => parameter.Name), described.Select(parameter => parameter.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_block_of_every_parameter_agrees_with_the_engine(string name)
    {
        var page = HelpSurface.Page(name);

        foreach (var expected in new ExpectedPage(HelpSurface.Cmdlet(name)).Parameters)
        {
            var block = ParameterBlock.Write(expected);
            if (page.Parameters.FirstOrDefault(other => other.Name == expected.Name) is { } written)
            {
                Assert.True(block == ParameterBlock.Write(written), $"The block of -{expected.Name} in docs/en-US/{name}.md has to be:\n\n```yaml\n{block}\n```");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_names_the_types_that_the_cmdlet_declares_to_write(string name)
    {
        var declared = HelpSurface.Cmdlet(name).OutputType.Select(type => type.Name == typeof(void).FullName ? "None" : type.Name);

        Assert.Equal(declared, HelpSurface.Page(name).Outputs.Select(output => output.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_says_what_may_be_piped_in(string name)
    {
        var takesPipeline = HelpSurface.Cmdlet(name).ParameterSets.SelectMany(set => set.Parameters).Any(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName);

        Assert.Equal(takesPipeline, HelpSurface.Page(name).Inputs.All(input => input.Name != "None"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_links_of_a_page_lead_to_pages(string name) => Assert.All(
        HelpSurface.Page(name).Links.Where(link => !link.Address.StartsWith("https://", StringComparison.Ordinal)),
        link => Assert.True(File.Exists(Path.Combine(HelpSurface.Folder, link.Address)), $"{link.Address} is not there."));

    private static string Text(PageSyntax syntax) => $"### {ExpectedPage.Heading(syntax)}\n\n```\n{syntax.Text}\n```";
}
