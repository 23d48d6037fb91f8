using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>Every status against everything that can be done to a listing, and against time.</summary>
public sealed class StateTableTests
{
    private const string NotPossible = "Sorce.INVALID_TRANSITION";
    private const string NotEditable = "Sorce.JOB_NOT_EDITABLE";

    [Theory]
    [InlineData("DRAFT", "Publish-Job", "ACTIVE")]
    [InlineData("DRAFT", "Suspend-JobListing", NotPossible)]
    [InlineData("DRAFT", "Resume-JobListing", NotPossible)]
    [InlineData("DRAFT", "Close-JobListing -Confirm:$false", NotPossible)]
    [InlineData("DRAFT", "Set-JobListing -Title x", "DRAFT")]
    [InlineData("ACTIVE", "Publish-Job", NotPossible)]
    [InlineData("ACTIVE", "Suspend-JobListing", "PAUSED")]
    [InlineData("ACTIVE", "Resume-JobListing", NotPossible)]
    [InlineData("ACTIVE", "Close-JobListing -Confirm:$false", "CLOSED")]
    [InlineData("ACTIVE", "Set-JobListing -Title x", "ACTIVE")]
    [InlineData("PAUSED", "Publish-Job", NotPossible)]
    [InlineData("PAUSED", "Suspend-JobListing", NotPossible)]
    [InlineData("PAUSED", "Resume-JobListing", "ACTIVE")]
    [InlineData("PAUSED", "Close-JobListing -Confirm:$false", "CLOSED")]
    [InlineData("PAUSED", "Set-JobListing -Title x", "PAUSED")]
    [InlineData("CLOSED", "Publish-Job", NotPossible)]
    [InlineData("CLOSED", "Suspend-JobListing", NotPossible)]
    [InlineData("CLOSED", "Resume-JobListing", NotPossible)]
    [InlineData("CLOSED", "Close-JobListing -Confirm:$false", NotPossible)]
    [InlineData("CLOSED", "Set-JobListing -Title x", NotEditable)]
    [InlineData("EXPIRED", "Publish-Job", NotPossible)]
    [InlineData("EXPIRED", "Suspend-JobListing", NotPossible)]
    [InlineData("EXPIRED", "Resume-JobListing", NotPossible)]
    [InlineData("EXPIRED", "Close-JobListing -Confirm:$false", NotPossible)]
    [InlineData("EXPIRED", "Set-JobListing -Title x", NotEditable)]
    [InlineData("EXPIRED", "Set-JobListing -AddBudget @{ window = 'DAILY'; budgetCents = 1 }", NotEditable)]
    [InlineData("CLOSED", "Set-JobListing -AddBudget @{ window = 'DAILY'; budgetCents = 1 }", NotEditable)]
    public void A_listing_takes_what_its_status_allows_and_nothing_else(string status, string command, string outcome)
    {
        using var bench = new SandboxBench();
        var listing = Of(bench, status);

        var result = bench.Run($"$listing | {command}", ("listing", listing));

        if (outcome.StartsWith("Sorce.", StringComparison.Ordinal))
        {
            Assert.Single(result.AllErrors).Says(outcome, ErrorCategory.InvalidOperation, (string)listing.Properties["JobId"].Value, status);
            Assert.Empty(result.Output);
            Assert.Equal(status, Now(bench, listing));
        }
        else
        {
            Assert.Empty(result.AllErrors);
            Assert.Equal(outcome, Assert.Single(result.Output).Properties["Status"].Value);
            Assert.Equal(outcome, Now(bench, listing));
        }
    }

    [Theory]
    [InlineData("DRAFT", "DRAFT")]
    [InlineData("ACTIVE", "EXPIRED")]
    [InlineData("PAUSED", "EXPIRED")]
    [InlineData("CLOSED", "CLOSED")]
    public void After_thirty_days_what_runs_has_ended(string status, string later)
    {
        using var bench = new SandboxBench();
        var listing = Of(bench, status);

        bench.AdvanceClock(TimeSpan.FromDays(30));

        Assert.Equal(later, Now(bench, listing));
    }

    private static PSObject Of(SandboxBench bench, string status)
    {
        if (status == "EXPIRED")
        {
            bench.AdvanceClock(TimeSpan.FromDays(30));
        }

        var listings = bench.Run("Get-JobListing").Output.Where(listing => (string)listing.Properties["Status"].Value == status).ToArray();
        return status == "DRAFT" ? listings.Single(listing => (string)listing.Properties["JobId"].Value == "job_s01") : listings[0];
    }

    private static object? Now(SandboxBench bench, PSObject listing) =>
        Assert.Single(bench.Run("$listing | Get-JobListing", ("listing", listing)).Output).Properties["Status"].Value;
}
