using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Help;

/// <summary>What a user sees who asks a session for help.</summary>
public sealed class GetHelpTests
{
    private static readonly string HelpFile = Path.Combine(Repository.Help, "JobDraftsPS.dll-Help.xml");

    public static TheoryData<string> Names => HelpSurface.Names;

    [Fact]
    public void The_help_file_is_well_formed_and_holds_each_cmdlet_once()
    {
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

        var names = XDocument.Load(HelpFile).Descendants(command + "details").Select(details => details.Element(command + "name")!.Value);

        Assert.Equal(HelpSurface.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), names.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_gives_synopsis_description_and_examples_of_the_page(string name)
    {
        var page = HelpSurface.Page(name);

        var help = HelpOf(name);

        Assert.Equal(page.Synopsis, HelpText.TextAt(help, "Synopsis"));
        Assert.Equal(page.Description.Select(paragraph => paragraph.Text), HelpText.At(help, "description").Select(paragraph => HelpText.TextAt(paragraph, "Text")));
        var examples = HelpText.At(help, "examples", "example");
        Assert.True(examples.Count >= 2, $"{name} has fewer than two examples.");
        Assert.Equal(page.Examples.Select(example => example.Code), examples.Select(example => HelpText.TextAt(example, "code").ReplaceLineEndings("\n")));
        Assert.All(examples, example => Assert.NotEmpty(HelpText.TextAt(example, "remarks", "Text")));
        Assert.NotEmpty(HelpText.TextAt(help, "inputTypes", "inputType", "type", "name"));
        Assert.NotEmpty(HelpText.TextAt(help, "returnValues", "returnValue", "type", "name"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_describes_every_parameter_as_the_engine_binds_it(string name)
    {
        var cmdlet = HelpSurface.Cmdlet(name);

        var help = HelpOf(name);

        var parameters = HelpText.At(help, "parameters", "parameter");
        Assert.All(parameters, parameter => Assert.NotEmpty(HelpText.TextAt(parameter, "description", "Text")));
        Assert.Equal(
            cmdlet.Parameters.Values.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name)).Select(parameter => parameter.Name).Order(),
            parameters.Select(parameter => HelpText.TextAt(parameter, "name")).Order());
        Assert.Equal(
            cmdlet.ParameterSets.Select(set => string.Join('\n', set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name)).Select(Line).Order())).Order(),
            HelpText.At(help, "syntax", "syntaxItem").Select(set => string.Join('\n', HelpText.At(set, "parameter").Select(Line).Order())).Order());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Get_Help_finds_the_cmdlets_help_in_any_language(string culture)
    {
        using var session = new Session();

        var help = session.Run(
            "[System.Threading.Thread]::CurrentThread.CurrentUICulture = $culture; (Get-Help Update-JobDraft).Synopsis",
            ("culture", CultureInfo.GetCultureInfo(culture)));

        Assert.Equal(HelpSurface.Page("Update-JobDraft").Synopsis, help.Output.Single().ToString());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Get_Help_finds_the_about_topic_in_any_language(string culture)
    {
        using var session = new Session();

        var help = session.Run(
            "[System.Threading.Thread]::CurrentThread.CurrentUICulture = $culture; Get-Help about_JobDraftsPS",
            ("culture", CultureInfo.GetCultureInfo(culture)));

        Assert.Empty(help.AllErrors);
        Assert.Contains("SHORT DESCRIPTION", help.Output.Single().ToString(), StringComparison.Ordinal);
    }

    private static string Line(CommandParameterInfo parameter) => string.Join(
        ' ',
        parameter.Name,
        parameter.IsMandatory,
        parameter.Position == int.MinValue ? "named" : $"{parameter.Position}",
        parameter.ValueFromPipeline ? "True (ByValue)" : "False",
        parameter.ParameterType == typeof(SwitchParameter) ? string.Empty : (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).Name);

    private static string Line(PSObject parameter) => string.Join(
        ' ',
        HelpText.TextAt(parameter, "name"),
        bool.Parse(HelpText.TextAt(parameter, "required")),
        HelpText.TextAt(parameter, "position"),
        HelpText.TextAt(parameter, "pipelineInput"),
        HelpText.TextAt(parameter, "parameterValue"));

    private static PSObject HelpOf(string name)
    {
        using var session = new Session();
        var result = session.Run("Get-Help $name -Full", ("name", name));
        Assert.Empty(result.AllErrors);
        return Assert.Single(result.Output);
    }
}
