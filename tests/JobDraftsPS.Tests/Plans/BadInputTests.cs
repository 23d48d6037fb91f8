using System.Text;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>Sheets, plans and journals that are not what they should be: it is said what is wrong, no plan is written, and nothing is sent.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public BadInputTests() => bench.Run("$sheet = $a; $out = $b; $journal = $c", ("a", At("sheet.csv")), ("b", At("plan.json")), ("c", At("run.jsonl")));

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("service,jobId,title\r\n", "no row below its header")]
    [InlineData("service,jobId,title\nSorce,job_s01,\"A\n", "never closed")]
    [InlineData("service,jobId,title,Title\nSorce,job_s01,A,B\n", "title")]
    public void A_sheet_that_cannot_be_read_makes_no_plan(string text, string says)
    {
        File.WriteAllText(At("sheet.csv"), text);

        AssertNoPlan(says);
    }

    [Fact]
    public void A_sheet_of_two_encodings_is_refused()
    {
        File.WriteAllBytes(At("sheet.csv"), [.. Encoding.UTF8.GetBytes("service,jobId,title\nSorce,job_s01,Zażółć\nSorce,job_s02,caf"), 0xE9, .. "\n"u8]);

        AssertNoPlan("not utf-8 throughout (near row");
    }

    [Theory]
    [InlineData("sheet.csv", "service,jobId,title\nSorce,job_s01,\"", "\"\n")]
    [InlineData("sheet.json", "[{\"service\":\"Sorce\",\"jobId\":\"job_s01\",\"title\":\"", "\"}]")]
    [InlineData("sheet.jsonl", "{\"service\":\"Sorce\",\"jobId\":\"job_s01\",\"title\":\"", "\"}\n")]
    [InlineData("sheet.yaml", "- service: Sorce\n  jobId: job_s01\n  title: \"", "\"\n")]
    public void A_cell_of_fifty_megabytes_is_refused_with_its_row(string name, string before, string after)
    {
        bench.Run("$sheet = $a", ("a", At(name)));
        using (var file = File.CreateText(At(name)))
        {
            file.Write(before);
            var megabyte = new string('x', 1024 * 1024);
            for (var i = 0; i < 50; i++)
            {
                file.Write(megabyte);
            }

            file.Write(after);
        }

        AssertNoPlan("row 1");
    }

    [Fact]
    public void Two_rows_for_one_job_run_in_their_order()
    {
        File.WriteAllText(At("sheet.csv"), "service,jobId,title,salaryMin\nSorce,job_s01,A,\nSorce,job_s02,B,\nSorce,job_s01,,7\nSorce,job_s01,A,\n");

        var run = bench.Run("New-JobDraftPlan $sheet | Invoke-JobDraftPlan -ThrottleLimit 8");

        Assert.Empty(run.AllErrors);
        Assert.Equal(["Applied", "Applied", "Applied", "Skipped"], run.Output.Select(row => row.Properties["Outcome"].Value.ToString()));
        Assert.Equal(["{\"title\":\"A\"}", "{\"salaryMin\":7}"], bench.Requests().Where(request => request.Method == "PATCH" && request.Target.EndsWith("job_s01", StringComparison.Ordinal)).Select(request => request.Body));
    }

    [Fact]
    public void Two_values_for_one_field_of_one_job_are_named_and_neither_is_sent()
    {
        File.WriteAllText(At("sheet.csv"), "service,jobId,title\nSorce,job_s01,A\nSorce,job_s02,B\nSorce,job_s01,C\n");
        bench.Run("$plan = New-JobDraftPlan $sheet");

        var refused = bench.Run("$plan | Invoke-JobDraftPlan");
        Assert.Contains("Row 3: ", Assert.Single(refused.AllErrors).Text(), StringComparison.Ordinal);
        Assert.Contains("title", refused.AllErrors[0].Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Writes());

        var rest = bench.Run("$plan | Invoke-JobDraftPlan -SkipInvalid");
        Assert.Empty(rest.AllErrors);
        Assert.DoesNotContain("\"C\"", string.Concat(bench.Requests().Select(request => request.Body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-JobDraftPlan -Undo -JournalPath $journal", "{\"type\":\"run\",\"version\":2,\"command\":\"Invoke-JobDraftPlan\"}\n", "it has version 2")]
    [InlineData("New-JobDraftPlan -Undo -JournalPath $journal", "a,b\n1,2\n", "")]
    [InlineData("@{ jobId = 'job_s01'; title = 'A' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal", "{\"type\":\"run\",\"version\":2,\"command\":\"Invoke-JobDraftPlan\"}\n", "it has version 2")]
    [InlineData("@{ jobId = 'job_s01'; title = 'A' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal", "{\"type\":\"run\",\"version\":1,\"command\":\"Set-JobListing\"}\n", "belongs to Set-JobListing")]
    [InlineData("@{ jobId = 'job_s01'; title = 'A' } | New-JobDraftPlan -Service Sorce -JournalPath $journal", "a,b\n1,2\n", "")]
    public void A_journal_that_does_not_belong_is_refused_and_left_as_it_is(string command, string journal, string says)
    {
        File.WriteAllText(At("run.jsonl"), journal);

        var refused = bench.Run(command);

        Assert.Equal("JobDrafts.Journal", Assert.Single(refused.AllErrors).Id());
        Assert.Contains(says, refused.AllErrors[0].Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Writes());
        Assert.Equal(journal, File.ReadAllText(At("run.jsonl")));
    }

    private void AssertNoPlan(string says)
    {
        var refused = bench.Run("New-JobDraftPlan $sheet -OutFile $out");

        Assert.Equal("JobDrafts.Plan", Assert.Single(refused.AllErrors).Id());
        Assert.Contains(says, refused.AllErrors[0].Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(refused.Output);
        Assert.False(File.Exists(At("plan.json")));
        Assert.Empty(bench.Requests());
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
