using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Many at once: runspaces of one process, and processes, on the same or on different credentials.</summary>
public sealed class SharedProcessTests
{
    private const int Runspaces = 10;
    private const int Each = 2;

    [Fact]
    public void Ten_runspaces_on_two_accounts_mix_nothing_and_keep_each_quota()
    {
        using var left = new SandboxBench();
        using var right = new SandboxBench();
        var ids = new[] { left, right }.Select(Listings).ToArray();
        foreach (var bench in new[] { left, right })
        {
            // A window that is soon over: all rows together need two of them.
            bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 6 -RateWindow ([timespan]::FromSeconds(2))");
        }

        var sessions = Enumerable.Range(0, Runspaces).Select(_ => new Session()).ToArray();
        try
        {
            var results = new RunResult[Runspaces];
            var workers = sessions.Select((session, number) => new Thread(() =>
            {
                var bench = number % 2 == 0 ? left : right;
                var mine = ids[number % 2].Skip(number / 2 * Each).Take(Each).ToArray();
                results[number] = session.Run("Connect-JobDraftService -Sandbox $uri; $ids | Publish-Job -Service Sorce -ThrottleLimit 4", ("uri", bench.Sandbox.Properties["ControlUri"].Value), ("ids", mine));
            })).ToArray();
            Array.ForEach(workers, worker => worker.Start());
            Array.ForEach(workers, worker => worker.Join());

            Assert.All(results, result => Assert.Empty(result.AllErrors));
            Assert.All(results.Select((result, number) => (result, number)), found =>
                Assert.Equal(ids[found.number % 2].Skip(found.number / 2 * Each).Take(Each), found.result.Output.Select(record => (string)record.Properties["JobId"].Value)));
        }
        finally
        {
            Array.ForEach(sessions, session => session.Dispose());
        }

        Assert.All(new[] { left, right }.Zip(ids), side =>
        {
            var publishes = side.First.Requests().Where(request => request.Target.EndsWith("/publish", StringComparison.Ordinal)).ToArray();
            Assert.Equal(side.Second.Order(), publishes.Select(request => request.Target.Split('/')[^2]).Order());
            Assert.DoesNotContain(side.First.Requests(), request => request.Status is 401 or 403 or 429);
        });
    }

    [Fact]
    public async Task Two_processes_on_one_credential_keep_its_quota_together()
    {
        using var bench = new SandboxBench();
        var ids = Listings(bench);
        bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 8 -RateWindow ([timespan]::FromSeconds(2))");

        var runs = await Task.WhenAll(ids.Chunk(5).Select(mine => EngineProcess.RunAsync($"""
            $env:JOBDRAFTS_STATE_PATH = '{Environment.GetEnvironmentVariable("JOBDRAFTS_STATE_PATH")}'
            Import-Module '{Repository.Manifest}'
            Connect-JobDraftService -Sandbox {bench.Sandbox.Properties["ControlUri"].Value}
            {string.Join(", ", mine.Select(id => $"'{id}'"))} | Publish-Job -Service Sorce -ThrottleLimit 4 | ForEach-Object JobId
            """)));

        Assert.All(runs, run => Assert.Equal((0, string.Empty), (run.ExitCode, run.Error)));
        Assert.Equal(ids.Order(), runs.SelectMany(run => run.Output).Order());
        Assert.DoesNotContain(bench.Requests(), request => request.Status == 429);
    }

    /// <summary>Ten drafts that can be published, made with the limit still far away.</summary>
    private static string[] Listings(SandboxBench bench)
    {
        var made = bench.Run("""
            1..10 | ForEach-Object { @{ title = "Picker $_"; description = 'Pick orders.'; remoteOption = 'REMOTE'; remoteCountry = 'United States'; jobType = 'FULL_TIME'; jobLevel = 'ENTRY'
                salaryMin = '18'; salaryMax = '23'; salaryPeriod = 'HOURLY'; bidPerQualifiedApplicantCents = '700'; qualifications = '[{"text":"Lifts 20 kg","kind":"REQUIRED","order":0}]' } } |
                New-JobListing -Confirm:$false
            """);
        Assert.Empty(made.AllErrors);
        return [.. made.Output.Select(record => (string)record.Properties["JobId"].Value)];
    }
}
