using YamlDotNet.RepresentationModel;

namespace JobDraftsPS.Package.Tests;

/// <summary>The files that a hosted CI reads, as far as they can be checked without one.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Files => [".github/workflows/ci.yml", "samples/runbooks/ci-matrix.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_workflow_is_yaml_with_jobs_whose_needs_exist(string file)
    {
        var jobs = Map(Read(file), "jobs");

        Assert.NotEmpty(jobs.Children);
        Assert.All(jobs.Children, job =>
        {
            var needs = ((YamlMappingNode)job.Value).Children.TryGetValue("needs", out var named) ? named : new YamlSequenceNode();
            Assert.All(needs is YamlSequenceNode list ? list.Children : [needs], need => Assert.Contains(need, jobs.Children.Keys));
            Assert.NotEmpty(Steps(job.Value));
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_step_is_an_action_of_one_major_version_or_a_script_in_a_named_shell(string file)
    {
        var text = File.ReadAllText(Path.Combine(PackedModule.Root, file));

        Assert.All(Map(Read(file), "jobs").Children.Values.SelectMany(Steps), step =>
        {
            if (step.Children.TryGetValue("uses", out var action))
            {
                Assert.Matches("^actions/[a-z-]+@v[0-9]+$", action.ToString());
            }
            else
            {
                Assert.True(step.Children.ContainsKey("run"), "A step does nothing.");
                Assert.True(step.Children.ContainsKey("shell"), $"'{step.Children["run"]}' depends on the machine's shell.");
            }
        });
        Assert.DoesNotContain('\t', text);
    }

    [Fact]
    public void The_artefact_is_built_once_and_tested_on_every_engine_and_system()
    {
        var jobs = Map(Read(".github/workflows/ci.yml"), "jobs");

        Assert.Single(jobs.Children.Values.SelectMany(Steps), step => step.Children.TryGetValue("run", out var run) && run.ToString().Contains("-Task Pack", StringComparison.Ordinal));
        var seven = Map(Map(Map(jobs, "powershell"), "strategy"), "matrix");
        Assert.Equal(["ubuntu-latest", "windows-latest", "macos-latest"], ((YamlSequenceNode)seven.Children["os"]).Select(node => node.ToString()));
        Assert.Equal(["7.4", "7.5", "7.6"], ((YamlSequenceNode)seven.Children["version"]).Select(node => node.ToString()));
        Assert.Equal("windows-latest", Map(jobs, "windows-powershell").Children["runs-on"].ToString());
        Assert.Contains(Steps(jobs.Children["windows-powershell"]), step => step.Children.TryGetValue("shell", out var shell) && shell.ToString() == "powershell");
        Assert.All(["powershell", "windows-powershell"], job => Assert.Equal("build", Map(jobs, job).Children["needs"].ToString()));
    }

    private static YamlMappingNode Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(PackedModule.Root, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static IEnumerable<YamlMappingNode> Steps(YamlNode job) => ((YamlSequenceNode)((YamlMappingNode)job).Children["steps"]).Cast<YamlMappingNode>();
}
