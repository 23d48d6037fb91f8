using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Package.Tests;

/// <summary>The unpacked package, used as somebody does who has just installed it.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly Session session = new();

    public SmokeTests()
    {
        var started = session.Run("$sandbox = Start-JobDraftSandbox; Connect-JobDraftService -Sandbox $sandbox -PassThru");
        Assert.Empty(started.AllErrors);
        Assert.Equal(3, started.Output.Count);
    }

    public void Dispose()
    {
        session.Run("$sandbox | Stop-JobDraftSandbox");
        session.Dispose();
    }

    [Fact]
    public void Everything_comes_from_the_unpacked_folder()
    {
        var module = Assert.Single(session.Run("Get-Module JobDraftsPS").Output);
        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "JobDraftsPS" or "JobDraftsPS.Model" or "JobDraftsPS.Core" or "JobDraftsPS.Sandbox" or "JobDraftsPS.Loader" or "RestSharp")
            .Select(assembly => assembly.Location)
            .ToArray();

        Assert.Equal(PackedModule.Folder, module.Properties["ModuleBase"].Value);
        Assert.True(loaded.Length >= 5, string.Join('\n', loaded));
        Assert.All(loaded, path => Assert.StartsWith(PackedModule.Folder, path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Update-JobDraft ot-draft-01 -ExperienceLevel EXPERT", "ot-draft-01")]
    [InlineData("Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Briefing 'Short.'", "aaaaaaaa-0000-4000-8000-000000000001")]
    [InlineData("Set-JobListing job_s01 -Title 'Ferry developer'", "job_s01")]
    public void Each_service_takes_an_edit(string edit, string job)
    {
        var result = session.Run(edit);

        Assert.Empty(result.AllErrors);
        Assert.Equal(job, Assert.Single(result.Output).Properties["JobId"].Value);
    }

    [Fact]
    public void A_plan_over_the_services_is_made_and_applied()
    {
        var result = session.Run("""
            @(@{ service = 'OpenTrain'; jobId = 'ot-draft-02'; headcount = '4' }
              @{ service = 'TextKing'; projectId = '11111111-1111-4111-8111-111111111111'; jobId = 'aaaaaaaa-0000-4000-8000-000000000001'; briefing = 'Formal.' }
              @{ service = 'Sorce'; jobId = 'job_s01'; title = 'Ferry developer' }) |
                New-JobDraftPlan | Invoke-JobDraftPlan
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Applied", "Applied", "Applied"], result.Output.Select(row => row.Properties["Outcome"].Value.ToString()));
    }

    [Fact]
    public void Every_cmdlet_has_help_with_a_synopsis_and_examples()
    {
        var result = session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet | ForEach-Object { Get-Help $_.Name -Full }");

        Assert.Empty(result.AllErrors);
        Assert.NotEmpty(result.Output);
        Assert.All(result.Output, help =>
        {
            // Without its file the engine makes help up: the synopsis is then the syntax, and there are no examples.
            Assert.EndsWith(".", Assert.IsType<string>(help.Properties["Synopsis"].Value), StringComparison.Ordinal);
            Assert.NotNull(Assert.IsType<PSObject>(help.Properties["examples"]?.Value).Properties["example"]);
        });
    }

    [Fact]
    public void The_about_topic_is_there()
    {
        Assert.Contains("SHORT DESCRIPTION", Assert.Single(session.Run("Get-Help about_JobDraftsPS").Output).ToString(), StringComparison.Ordinal);
    }
}
