using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>
/// A process that is killed in the middle of a run, and the same run again with the same journal: every row is done, and done once. The
/// benchmark does this with a thousand rows and fifty times over.
/// </summary>
public sealed class KillTests
{
    private const int Count = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(35)]
    public async Task Publications_go_on_where_they_were_killed_and_each_is_made_once(int after)
    {
        using var bench = new SandboxBench(null, "-LatencyMs 5");
        using var journal = new JournalFile();
        bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 10000");
        var made = bench.Run("""
            1..40 | ForEach-Object { @{ title = "Picker $_"; description = 'Pick orders.'; remoteOption = 'REMOTE'; remoteCountry = 'United States'; jobType = 'FULL_TIME'; jobLevel = 'ENTRY'
                salaryMin = '18'; salaryMax = '23'; salaryPeriod = 'HOURLY'; bidPerQualifiedApplicantCents = '700'; qualifications = '[{"text":"Lifts 20 kg","kind":"REQUIRED","order":0}]' } } |
                New-JobListing -Confirm:$false
            """);
        Assert.Empty(made.AllErrors);
        var ids = made.Output.Select(record => (string)record.Properties["JobId"].Value).ToArray();
        var command = $"Publish-Job -Service Sorce -JournalPath '{journal.Path}' -ThrottleLimit 4";

        await EngineProcess.KillAfterAsync(Script(bench, string.Join(", ", ids.Select(id => $"'{id}'")), command), after);
        var resumed = bench.Run($"$ids | {command} -Resume", ("ids", ids));

        Assert.Empty(resumed.AllErrors);
        Assert.Equal(ids, resumed.Output.Select(record => (string)record.Properties["JobId"].Value));
        Assert.All(resumed.Output, record => Assert.Equal("ACTIVE", record.Properties["Status"].Value));
        var taken = bench.Requests().Where(request => request.Target.EndsWith("/publish", StringComparison.Ordinal) && request.Status == 200).Select(request => request.Target.Split('/')[^2]);
        Assert.Equal(ids.Order(), taken.Order());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public async Task Creates_go_on_where_they_were_killed_and_each_is_made_once(int after)
    {
        using var bench = new SandboxBench(null, "-LatencyMs 5");
        using var journal = new JournalFile();
        var before = Drafts(bench);
        var command = $"New-JobDraft -JournalPath '{journal.Path}' -ThrottleLimit 4 -Confirm:$false";
        var rows = $"1..{Count} | ForEach-Object {{ @{{ description = \"Outline harbour $_ in forty photos.\" }} }}";

        await EngineProcess.KillAfterAsync(Script(bench, rows, command), after);
        var resumed = bench.Run($"{rows} | {command} -Resume");

        Assert.Empty(resumed.AllErrors);
        var made = Drafts(bench).Except(before).ToArray();
        Assert.Equal(Count, made.Length);
        Assert.Equal(made.Order(), resumed.Output.Select(record => (string)record.Properties["JobId"].Value).Order());
    }

    private static string[] Drafts(SandboxBench bench) => [.. bench.Run("Get-JobDraft").Output.Select(Id)];

    private static string Id(PSObject record) => (string)record.Properties["JobId"].Value;

    private static string Script(SandboxBench bench, string rows, string command) => $$"""
        $env:JOBDRAFTS_STATE_PATH = '{{Environment.GetEnvironmentVariable("JOBDRAFTS_STATE_PATH")}}'
        Import-Module '{{Repository.Manifest}}'
        Connect-JobDraftService -Sandbox {{bench.Sandbox.Properties["ControlUri"].Value}}
        {{rows}} | {{command}} | ForEach-Object { [Console]::WriteLine($_.JobId) }
        """;
}
