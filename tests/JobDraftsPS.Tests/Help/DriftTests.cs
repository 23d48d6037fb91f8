using System.Management.Automation;
using System.Reflection;

namespace JobDraftsPS.Tests.Help;

/// <summary>The pages and the cmdlets belong together; what a cmdlet itself decides stands in no page.</summary>
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

    [Fact]
    public void Every_cmdlet_leads_to_its_page_online()
    {
        Assert.All(HelpSurface.Cmdlets, cmdlet => Assert.Equal($"https://github.com/jobdraftsps/JobDraftsPS/blob/main/docs/en-US/{cmdlet.Name}.md", cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.HelpUri));
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
}
