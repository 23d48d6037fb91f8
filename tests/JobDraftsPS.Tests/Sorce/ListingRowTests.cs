using System.Collections;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>The forms that a listing's sets may have in a row, and what a record brings along.</summary>
public sealed class ListingRowTests : IDisposable
{
    private const string Wanted = """{"budgets":[{"window":"WEEKLY","budgetCents":500}]}""";
    private readonly RecordingHost host = new(width: 2000);
    private readonly SandboxBench bench;

    public ListingRowTests() => bench = new SandboxBench(host);

    public static TheoryData<string> Forms =>
    [
        "@{ jobId = 'job_s02'; budgets = @{ window = 'WEEKLY'; budgetCents = 500 } }",
        "@{ jobId = 'job_s02'; budgets = @(@{ window = 'weekly'; budgetCents = '500' }) }",
        "[pscustomobject]@{ JobId = 'job_s02'; Budgets = [pscustomobject]@{ Window = 'WEEKLY'; BudgetCents = 500.0 } }",
        "[pscustomobject]@{ jobId = 'job_s02'; budgets = '[{\"window\":\"WEEKLY\",\"budgetCents\":500}]' }",
        "[pscustomobject]@{ jobId = 'job_s02'; budgets = ' {\"window\":\"WEEKLY\",\"budgetCents\":5e2} ' }",
        "@{ jobId = 'job_s02'; budgets = [JobDraftsPS.JobBudget]@{ Window = 'WEEKLY'; BudgetCents = 500 } }",
        "@{ jobId = 'job_s02'; budgets = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize([JobDraftsPS.JobBudget]@{ Window = 'WEEKLY'; BudgetCents = 500 })) }",
        "@{ jobId = 'job_s02'; Budgets = ('[{\"window\":\"WEEKLY\",\"budgetCents\":500}]' | ForEach-Object { $_ }) }",
    ];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public void Objects_hashtables_and_JSON_say_the_same(string row)
    {
        var result = bench.Run($"{row} | Set-JobListing");

        Assert.Empty(result.AllErrors);
        Assert.Equal(Wanted, bench.Requests()[^1].Body);
    }

    [Fact]
    public void Of_a_piped_listing_only_its_id_is_taken_also_when_it_came_out_of_a_file()
    {
        var result = bench.Run("""
            $listing = Get-JobListing job_s03
            $listing | Set-JobListing -Title 'One' | Out-Null
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($listing)) | Set-JobListing -Title 'Two' | Out-Null
            """);

        Assert.Empty(result.AllErrors);
        Assert.Contains("values that were changed in it are not sent", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["""{"title":"One"}""", """{"title":"Two"}"""], bench.Requests().Where(request => request.Method == "PATCH").Select(request => request.Body));
    }

    [Fact]
    public void What_was_read_before_spares_the_reads_and_still_names_the_loss()
    {
        var result = bench.Run("""
            $listings = Get-JobListing
            'job_s03', 'job_s04' | Set-JobListing -Budgets @{ window = 'DAILY'; budgetCents = 5 } -Present $listings -WhatIf
            'job_s03', 'job_s04' | Set-JobListing -Budgets @{ window = 'DAILY'; budgetCents = 5 } -Present $listings | Out-Null
            'job_live02' | Set-JobListing -Questions 'Why?' -Present $listings
            """);

        Assert.Equal("Sorce.JOB_FROZEN", Assert.Single(result.AllErrors).Id());
        Assert.Equal(["GET", "PATCH", "PATCH"], bench.Requests().Select(request => request.Method));
        Assert.Contains("ReplaceSetLoss: budgets loses LIFETIME 400000 cents", host.Shown, StringComparison.Ordinal);
        Assert.Contains("ReplaceSetLoss: budgets loses WEEKLY 12000 cents", host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_joins_a_set_is_merged_with_a_fresh_read_whatever_was_read_before()
    {
        var result = bench.Run("""
            $listings = Get-JobListing
            Set-JobListing job_s02 -Budgets @{ window = 'DAILY'; budgetCents = 5 } | Out-Null
            (Set-JobListing job_s02 -AddBudget @{ window = 'WEEKLY'; budgetCents = 6 } -Present $listings).Budgets.Window
            """);

        Assert.Equal(["DAILY", "WEEKLY"], result.Output.Select(window => window.BaseObject));
    }

    [Theory]
    [InlineData("(Get-JobListing job_s03).Budgets", @"Window\s+BudgetCents Notes", @"LIFETIME\s+400000")]
    [InlineData("(Get-JobListing job_s03).Locations", @"LocationId City\s+StateProvince\s+Country", @"55022 Portland\s+Oregon\s+United States")]
    [InlineData("(Get-JobListing job_s01).Qualifications", @"Order Kind\s+Text", @"1 PREFERRED\s+Has run PostgreSQL")]
    [InlineData("(Get-JobListing job_s03).Questions", @"Order Prompt\s+Options", @"1 Which studio\?\s+Portland; Seattle")]
    [InlineData("Find-JobLocation Tulsa", @"LocationId City\s+StateProvince\s+Country", @"61007 Tulsa")]
    public void The_entries_of_sets_and_places_have_tables(string command, string header, string line)
    {
        bench.Run(command + " | Out-Default");

        Assert.Matches(header, host.Shown);
        Assert.Matches(line, host.Shown);
    }

    [Fact]
    public void An_application_locks_and_is_counted_by_what_became_of_it()
    {
        var result = bench.Run("$sandbox | Set-JobDraftSandbox -AddApplication job_live01 -ApplicationState Rejected -Confirm:$false; Get-JobListing job_live01");

        var listing = Assert.Single(result.Output);
        Assert.Equal(true, listing.Properties["IsFrozen"].Value);
        Assert.Equal(1L, ((IDictionary)listing.Properties["ApplicationCounts"].Value)["rejected"]);
    }
}
