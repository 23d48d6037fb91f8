using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>Several runbook jobs share one process: the default connection belongs to the runspace.</summary>
public sealed class RunspaceTests
{
    [Fact]
    public void Each_runspace_uses_its_own_default_connection()
    {
        using var left = new Bench();
        using var right = new Bench();

        var ofLeft = left.Run("Update-JobDraft left-job -JobTitle New");
        var ofRight = right.Run("Update-JobDraft right-job -JobTitle New");

        Assert.EndsWith("/left-job", Assert.Single(ofLeft.Writes).Path, StringComparison.Ordinal);
        Assert.EndsWith("/right-job", Assert.Single(ofRight.Writes).Path, StringComparison.Ordinal);
        Assert.Single(left.Calls, call => call.Method == "PATCH");
        Assert.Single(right.Calls, call => call.Method == "PATCH");
    }

    [Fact]
    public void Disconnecting_in_one_runspace_leaves_the_other_connected()
    {
        using var left = new Bench();
        using var right = new Bench();

        left.Run("Disconnect-JobDraftService");

        Assert.Empty(left.Run("Get-JobDraftConnection").Result.Output);
        Assert.Equal(3, right.Run("Get-JobDraftConnection").Result.Output.Count);
        Assert.Empty(right.Run("Update-JobDraft j -JobTitle New").Result.AllErrors);
    }

    [Fact]
    public void Disconnecting_one_connection_leaves_another_to_the_same_service_alone()
    {
        using var bench = new Bench();
        var first = bench.Session.Run("Get-JobDraftConnection OpenTrain").Output.Single();
        bench.Session.Run("$second = Connect-JobDraftService OpenTrain -BaseUri $address -Token $token -PassThru", ("address", first.Properties["BaseUri"].Value), ("token", Bench.Secret("another-token")));

        var run = bench.Run("$first | Disconnect-JobDraftService; Update-JobDraft j -JobTitle New", ("first", first));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("Bearer another-token", Assert.Single(run.Writes).Header("Authorization"));
    }

    [Fact]
    public void A_connection_that_was_ended_refuses_by_name()
    {
        using var bench = new Bench();

        var run = bench.Run("$gone = Get-JobDraftConnection Sorce; Disconnect-JobDraftService Sorce; Publish-Job job_1 -Service Sorce -Connection $gone");

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.NoConnection", System.Management.Automation.ErrorCategory.ConnectionError, "Sorce", "disconnected", "Nothing was sent.");
    }
}
