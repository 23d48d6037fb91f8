using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>A reply that is lost, as a user of the cmdlets meets it: the work is done once, whether or not it had been done.</summary>
public sealed class ListingLostReplyTests : IDisposable
{
    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Publish-Job job_s01 -Service Sorce", "ACTIVE")]
    [InlineData("Suspend-JobListing job_live01", "PAUSED")]
    [InlineData("Resume-JobListing job_paused01", "ACTIVE")]
    [InlineData("Close-JobListing job_live01 -Confirm:$false", "CLOSED")]
    [InlineData("Set-JobListing job_live01 -Title 'Only once'", "ACTIVE")]
    public void Work_whose_reply_is_lost_is_done_once_and_told(string command, string status)
    {
        foreach (var (fault, isDone) in new[] { ("DropAfterHandling", true), ("DropBeforeHandling", false) })
        {
            using var own = new SandboxBench();
            var method = command.StartsWith("Set", StringComparison.Ordinal) ? "PATCH" : "POST";
            own.Run($"$sandbox | Set-JobDraftSandbox -Fault @{{ Kind = '{fault}'; Method = '{method}' }} -Confirm:$false");

            var result = own.Run(command);

            Assert.Empty(result.AllErrors);
            Assert.Equal(status, Assert.Single(result.Output).Properties["Status"].Value);
            Assert.Equal(isDone && method == "POST" ? 1 : 2, own.Writes().Count);
        }
    }

    [Theory]
    [InlineData("DropAfterHandling", "New-JobListing -Title 'Only once'", 1)]
    [InlineData("DropBeforeHandling", "New-JobListing -Title 'Only once'", 0)]
    [InlineData("DropBeforeHandling", "@{ operation = 'Create'; title = 'Only once' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan | Out-Null", 0)]
    public void A_lost_create_is_found_or_unknown_and_never_made_twice(string fault, string command, int held)
    {
        bench.Run($"$sandbox | Set-JobDraftSandbox -Fault @{{ Kind = '{fault}'; Method = 'POST' }} -Confirm:$false");

        var result = bench.Run(command);

        Assert.Single(bench.Writes());
        Assert.Equal(held, bench.Run("Get-JobListing | Where-Object Title -eq 'Only once'").Output.Count);
        if (held == 0 && command.StartsWith("New", StringComparison.Ordinal))
        {
            var error = Assert.Single(result.AllErrors);
            Assert.Equal("Unknown", error.Property("Outcome"));
            Assert.Contains("does not say that these are all", error.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("Nothing was changed", error.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_change_whose_state_cannot_be_read_either_is_unknown_and_is_not_repeated()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling'; Method = 'POST' }, @{ Kind = 'Status'; Status = 403; Method = 'GET'; Count = 9 } -Confirm:$false");

        var error = Assert.Single(bench.Run("Close-JobListing job_live01 -Confirm:$false").AllErrors);

        Assert.Equal("Unknown", error.Property("Outcome"));
        Assert.Contains("Open listing 'job_live01' in Sorce's dashboard", error.Text(), StringComparison.Ordinal);
        Assert.Single(bench.Writes());
    }

    [Fact]
    public void The_same_work_with_the_same_journal_makes_nothing_a_second_time()
    {
        var folder = Directory.CreateTempSubdirectory("jobdrafts-sorce-");
        try
        {
            const string Work = "@{ title = 'A' }, @{ title = 'B' } | New-JobListing -JournalPath $path -Resume";
            var first = bench.Run(Work, ("path", Path.Combine(folder.FullName, "run.jsonl")));
            var second = bench.Run(Work);

            Assert.Empty(second.AllErrors);
            Assert.Equal(first.Output.Select(Id), second.Output.Select(Id));
            Assert.Equal(2, bench.Writes().Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static object Id(PSObject listing) => listing.Properties["JobId"].Value;
    }
}
