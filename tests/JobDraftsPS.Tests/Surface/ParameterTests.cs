using System.Management.Automation;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Tests.Surface;

public sealed partial class ParameterTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    [Fact]
    public void No_parameter_answers_to_Id()
    {
        // A process or a PowerShell job has an Id, and would bind there.
        Assert.Empty(Parameters
            .Where(pair => pair.Parameter.Aliases.Append(pair.Parameter.Name).Contains("Id", StringComparer.OrdinalIgnoreCase))
            .Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Fact]
    public void No_model_has_an_Id()
    {
        Assert.Contains(catalog.Models, model => model.Name == "JobRecord");
        Assert.DoesNotContain("Id", catalog.Models.SelectMany(model => model.GetProperties()).Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_binds_from_the_pipeline_by_property_name()
    {
        // With it a second row keeps the first row's values, and a record brings all of its fields along. A file has only its path.
        Assert.Empty(Parameters
            .Where(pair => pair.Parameter.Name != "LiteralPath" && pair.Parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName))
            .Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Fact]
    public void Names_are_words_in_PascalCase()
    {
        Assert.Empty(Parameters.Where(pair => !PascalCase().IsMatch(pair.Parameter.Name)).Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Fact]
    public void Names_are_singular_unless_the_service_says_otherwise()
    {
        Assert.Empty(Parameters
            .Where(pair => pair.Parameter.ParameterType.IsArray && !IsField(pair.Parameter) && pair.Parameter.Name.EndsWith('s') && pair.Parameter.Name != "Status")
            .Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Fact]
    public void A_switch_is_a_switch()
    {
        // -Force:$false and splatting work with a switch; a plain bool wants a value every time. A nullable one has three states.
        Assert.Empty(Parameters.Where(pair => pair.Parameter.ParameterType == typeof(bool)).Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Theory]
    [InlineData("TimeoutSec", typeof(int))]
    [InlineData("MaxWaitSec", typeof(int))]
    [InlineData("ThrottleLimit", typeof(int))]
    [InlineData("Token", typeof(System.Security.SecureString))]
    [InlineData("ClientSecret", typeof(System.Security.SecureString))]
    [InlineData("RefreshToken", typeof(System.Security.SecureString))]
    [InlineData("AuthorizationCode", typeof(System.Security.SecureString))]
    [InlineData("Credential", typeof(PSCredential))]
    [InlineData("Proxy", typeof(Uri))]
    [InlineData("BaseUri", typeof(Uri))]
    [InlineData("InputObject", typeof(PSObject))]
    [InlineData("PassThru", typeof(SwitchParameter))]
    [InlineData("Force", typeof(SwitchParameter))]
    [InlineData("SkipCheck", typeof(SwitchParameter))]
    public void A_name_means_the_same_everywhere(string name, Type type)
    {
        Assert.Empty(Parameters
            .Where(pair => pair.Parameter.Name == name && pair.Parameter.ParameterType != type)
            .Select(pair => $"{pair.Cmdlet.Name} -{name} is {pair.Parameter.ParameterType.Name}"));
    }

    [Fact]
    public void A_whole_row_comes_through_the_pipeline_by_value()
    {
        Assert.All(
            Parameters.Where(pair => pair.Parameter.Name == "InputObject"),
            pair => Assert.Contains(pair.Parameter.ParameterSets.Values, set => set is { ValueFromPipeline: true, IsMandatory: true }));
    }

    [Fact]
    public void Every_parameter_set_can_be_told_from_the_others()
    {
        Assert.All(
            catalog.Cmdlets.Where(cmdlet => cmdlet.ParameterSets.Count > 1),
            cmdlet => Assert.Contains(cmdlet.ParameterSets, set => set.IsDefault));
    }

    private IEnumerable<(CmdletInfo Cmdlet, ParameterMetadata Parameter)> Parameters =>
        from cmdlet in catalog.Cmdlets
        from property in CmdletCatalog.Parameters(cmdlet)
        select (cmdlet, cmdlet.Parameters[property.Name]);

    private static bool IsField(ParameterMetadata parameter) => parameter.Attributes.Any(attribute => attribute.GetType().Name == "FieldAttribute");

    [GeneratedRegex("^([A-Z][a-z0-9]+)+$")]
    private static partial Regex PascalCase();
}
