using System.Reflection;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class TokenPageTests
{
    [Fact]
    public void The_sandboxs_page_names_every_token_that_its_object_does_not_have()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "en-US", "Start-JobDraftSandbox.md"));
        var tokens = typeof(OpenTrainTokens).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(tokens.Except([OpenTrainTokens.Full]), token => Assert.Contains(token, page, StringComparison.Ordinal));
    }

    /// <summary>From the folder that the tests run in; the path of a source file is not kept by every build.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JobDraftsPS.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
        }

        return folder.FullName;
    }
}
