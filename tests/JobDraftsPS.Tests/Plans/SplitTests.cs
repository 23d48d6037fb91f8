using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>A plan in parts: each row once, and the shares add up to the quota.</summary>
public sealed class SplitTests : IDisposable
{
    private const string Drafts = "@('ot-draft-01', 'ot-draft-07', 'ot-draft-15' | ForEach-Object { @{ jobId = $_; operation = 'Publish' } })";
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public SplitTests() => bench.Run("$file = $path; 'ot-draft-01' | Update-JobDraft -ExperienceLevel EXPERT", ("path", Path.Combine(folder.Path, "plan.json")));

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Each_row_is_in_one_part_and_rows_of_one_job_stay_together_in_order()
    {
        var parts = bench.Run("""
            $rows = foreach ($i in 1..3) { foreach ($id in 1..9) { @{ jobId = "ot-draft-0$id"; jobTitle = if ($i -eq 1) { 'A' }; headcount = if ($i -eq 2) { '2' }; dataType = if ($i -eq 3) { 'x' } } } }
            $plan = $rows | New-JobDraftPlan -Service OpenTrain
            $parts = $plan | Split-JobDraftPlan -Count 4
            foreach ($part in $parts) { ($part.Rows | ForEach-Object { "$($_.Row):$($_.JobId)" }) -join ' ' }
            """);

        Assert.Empty(parts.AllErrors);
        string[][] rows = [.. parts.Output.Select(part => part.ToString().Split(' '))];
        Assert.Equal(Enumerable.Range(1, 27), rows.SelectMany(part => part).Select(row => int.Parse(row.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.All(rows, part => Assert.InRange(part.Length, 6, 9));
        Assert.Equal(9, rows.SelectMany(part => part.Select(row => row.Split(':')[1]).Distinct()).Count());
    }

    [Theory]
    [InlineData(4, 20, "5 5 5 5")]
    [InlineData(3, 20, "7 7 6")]
    [InlineData(4, 3, "1 1 1 0")]
    public void The_shares_add_up_to_the_quota(int count, int quota, string shares)
    {
        var parts = bench.Run($"({Drafts} | New-JobDraftPlan -Service OpenTrain | Split-JobDraftPlan -Count $count -PublishQuota $quota).PublishShare", ("count", count), ("quota", quota));

        Assert.Equal(shares, string.Join(' ', parts.Output));
    }

    [Fact]
    public void Parts_are_applied_from_files_and_their_journals_read_as_one()
    {
        var result = bench.Run($$"""
            {{Drafts}} | New-JobDraftPlan -Service OpenTrain | Split-JobDraftPlan -Count 2 -OutFile $file | Out-Null
            foreach ($i in 1, 2) { Invoke-JobDraftPlan -Path ($file -replace '\.json$', ".$i.json") -JournalPath "$file.$i.jsonl" -ErrorAction Stop }
            Get-JobDraftJournal "$file.1.jsonl", "$file.2.jsonl" -Summary
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(4, result.Output.Count);
        Assert.Equal(3, result.Output[3].Properties["Applied"].Value);
        Assert.Equal("Applied", result.Output[3].Properties["Outcome"].Value.ToString());
        Assert.Equal(3, Publications());
    }

    [Fact]
    public void A_part_keeps_to_its_share_and_goes_on_the_next_day()
    {
        bench.Run($"$part = {Drafts} | New-JobDraftPlan -Service OpenTrain | Split-JobDraftPlan -Count 1 -PublishQuota 2");

        string[] Run() => [.. bench.Run("$part | Invoke-JobDraftPlan -JournalPath \"$file.jsonl\" -ThrottleLimit 1").Output.Select(row => $"{row.Properties["Outcome"].Value} {row.Properties["Code"].Value}".Trim())];

        bench.Run("$part | Invoke-JobDraftPlan -WhatIf");
        Assert.Equal(["Applied", "Applied", "NotSent QuotaExceeded"], Run());
        Assert.Equal(["Applied", "Applied", "NotSent QuotaExceeded"], Run());
        bench.AdvanceClock(TimeSpan.FromHours(25));
        Assert.Equal(["Applied", "Applied", "Applied"], Run());
        Assert.Equal(3, Publications());
    }

    [Fact]
    public void A_part_is_not_split_again_and_its_share_cannot_be_edited()
    {
        bench.Run($"$part = {Drafts} | New-JobDraftPlan -Service OpenTrain | Split-JobDraftPlan -Count 2 | ForEach-Object {{ $_ }}");

        Assert.Contains("is a part", Assert.Single(bench.Run("$part[0] | Split-JobDraftPlan -Count 2").AllErrors).Text(), StringComparison.Ordinal);
        Assert.Contains("was changed", Assert.Single(bench.Run("$part[0].PublishShare = 20; $part[0] | Invoke-JobDraftPlan").AllErrors).Text(), StringComparison.Ordinal);
        Assert.Equal(0, Publications());
    }

    private int Publications() => bench.Writes().Count(write => write.Contains("/publish", StringComparison.Ordinal));
}
