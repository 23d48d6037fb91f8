using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

/// <summary>What holds for every cmdlet, so also for the next one.</summary>
public sealed partial class CmdletTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    /// <summary>The verbs that change nothing outside this session; every other one writes.</summary>
    private static readonly string[] ReadingVerbs =
        [VerbsCommon.Get, VerbsCommon.Find, VerbsDiagnostic.Test, VerbsData.Compare, VerbsCommunications.Connect, VerbsCommunications.Disconnect, VerbsData.Import];

    /// <summary>What orders, ends or takes offline something that other people already see or pay for.</summary>
    private static readonly string[] AsksByDefault =
    [
        "Start-TranslationProject", "Stop-TranslationProject", "Remove-TranslationProject", "Remove-TranslationJob",
        "Update-PublishedJob", "Close-PublishedJob", "Close-JobListing",
    ];

    /// <summary>The cmdlets that speak with this machine alone; every other one talks to a service.</summary>
    private static readonly string[] Local =
    [
        "Complete-SandboxTranslation", "Connect-JobDraftService", "Export-JobDraftForm", "Get-JobDraftConnection", "Get-JobDraftJournal", "Get-JobDraftSandbox",
        "Import-JobDraftForm", "Set-JobDraftSandbox", "Split-JobDraftPlan", "Start-JobDraftSandbox", "Stop-JobDraftSandbox",
    ];

    [Fact]
    public void The_given_names_are_there()
    {
        Assert.Superset(
            new HashSet<string> { "Update-JobDraft", "Get-DraftCapabilities", "Set-TranslationJob", "Publish-Job" },
            catalog.Cmdlets.Select(cmdlet => cmdlet.Name).ToHashSet());
    }

    [Fact]
    public void Every_verb_is_an_approved_one()
    {
        var approved = typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Publish", approved);
        Assert.Empty(catalog.Cmdlets.Where(cmdlet => !approved.Contains(cmdlet.Verb)).Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Every_cmdlet_says_what_it_writes()
    {
        Assert.Empty(catalog.Cmdlets.Where(cmdlet => cmdlet.OutputType.Count == 0).Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Every_cmdlet_is_a_sealed_class_with_its_name_in_a_file_of_its_own()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "JobDraftsPS", "Commands"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path));
        Assert.All(catalog.Cmdlets, cmdlet =>
        {
            var type = cmdlet.ImplementingType;
            Assert.True(type is { IsSealed: true, IsPublic: true }, $"{cmdlet.Name} is open to inheritance or not public.");
            Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", type.Name);
            var file = Assert.Single(files[type.Name]);
            Assert.Single(TypeDeclaration().Matches(File.ReadAllText(file)));
        });
    }

    [Fact]
    public void Everything_that_writes_can_be_asked_what_if()
    {
        Assert.Empty(Writers.Where(cmdlet => !CmdletCatalog.Declaration(cmdlet).SupportsShouldProcess).Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Everything_that_can_be_asked_what_if_does_ask_before_it_writes()
    {
        var asking = catalog.Cmdlets.Where(cmdlet => CmdletCatalog.Declaration(cmdlet).SupportsShouldProcess).ToArray();

        Assert.NotEmpty(asking);
        Assert.Empty(asking.Where(cmdlet => !Asks(cmdlet.ImplementingType)).Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Only_what_asks_offers_to_be_asked()
    {
        Assert.Empty(catalog.Cmdlets
            .Where(cmdlet => !CmdletCatalog.Declaration(cmdlet).SupportsShouldProcess && Asks(cmdlet.ImplementingType))
            .Select(cmdlet => cmdlet.Name));
    }

    [Fact]
    public void Orders_and_ends_ask_by_default_and_nothing_else_does()
    {
        Assert.All(Writers, cmdlet => Assert.Equal(
            (cmdlet.Name, AsksByDefault.Contains(cmdlet.Name) ? ConfirmImpact.High : ConfirmImpact.Medium),
            (cmdlet.Name, CmdletCatalog.Declaration(cmdlet).ConfirmImpact)));
    }

    [Fact]
    public void Everything_that_talks_to_a_service_takes_a_connection()
    {
        Assert.All(
            catalog.Cmdlets.Where(cmdlet => !Local.Contains(cmdlet.Name)),
            cmdlet => Assert.Equal((cmdlet.Name, "JobDraftConnection[]"), (cmdlet.Name, cmdlet.Parameters.GetValueOrDefault("Connection")?.ParameterType.Name)));
    }

    [Fact]
    public void Everything_that_changes_a_service_can_be_paced_and_journaled_with_the_same_defaults()
    {
        var changing = Writers.Where(cmdlet => !Local.Contains(cmdlet.Name) && !cmdlet.Name.StartsWith("Save-", StringComparison.Ordinal) && cmdlet.Name != "New-JobDraftPlan").ToArray();

        Assert.True(changing.Length > 20);
        Assert.All(changing, cmdlet =>
        {
            using var made = (IDisposable)Activator.CreateInstance(cmdlet.ImplementingType)!;
            object? Default(string name) => cmdlet.ImplementingType.GetProperty(name)?.GetValue(made);
            Assert.Equal((cmdlet.Name, 4, 300), (cmdlet.Name, Default("ThrottleLimit"), Default("MaxWaitSec")));
            Assert.Contains("JournalPath", cmdlet.Parameters.Keys);
            Assert.Contains("Resume", cmdlet.Parameters.Keys);
        });
    }

    [Fact]
    public void What_reads_from_the_pipeline_reads_side_by_side()
    {
        var piped = catalog.Cmdlets.Where(cmdlet => cmdlet.Verb == "Get" && !Local.Contains(cmdlet.Name) && cmdlet.Parameters.ContainsKey("InputObject")).ToArray();

        Assert.NotEmpty(piped);
        Assert.All(piped, cmdlet => Assert.Contains("ThrottleLimit", cmdlet.Parameters.Keys));
    }

    private IEnumerable<CmdletInfo> Writers => catalog.Cmdlets.Where(cmdlet => !ReadingVerbs.Contains(cmdlet.Verb));

    private static bool Asks(Type type) => MethodReach.Of(type).Any(method => method.DeclaringType == typeof(Cmdlet) && method.Name == nameof(Cmdlet.ShouldProcess));

    [GeneratedRegex(@"^\s*(public|internal)?\s*(sealed |static |abstract |partial |readonly )*(class|struct|record|enum|interface)\s+\w+", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
