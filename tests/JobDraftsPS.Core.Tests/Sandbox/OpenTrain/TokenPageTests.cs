using System.Reflection;
using System.Runtime.CompilerServices;
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

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
