using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class SmokeTests
{
    [Fact]
    public void A_sandbox_starts_connects_and_takes_an_edit()
    {
        using var session = new Session();

        var result = session.Run("""
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            Update-JobDraft ot-draft-01 -ExperienceLevel expert -PricePerLabel 0.06 -PaymentType PAY_PER_LABEL
            $sandbox | Stop-JobDraftSandbox
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal("ot-draft-01", result.Output.Single().Properties["JobId"].Value);
    }
}
