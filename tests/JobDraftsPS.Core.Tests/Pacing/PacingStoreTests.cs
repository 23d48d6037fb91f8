using System.Runtime.Versioning;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Pacing;

public sealed class PacingStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-store-");
    private readonly string path;

    public PacingStoreTests() => path = Path.Combine(folder.FullName, "quota.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_stores_on_one_file_lose_no_change_of_each_other()
    {
        var stores = new[] { Store(path), Store(path), Store(path) };

        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => Task.Run(() => AddAsync(stores[i % 3]), TestContext.Current.CancellationToken)));

        Assert.Equal(90, await CountAsync(Store(path)));
    }

    [Fact]
    public async Task A_store_notices_what_another_one_wrote_and_looks_only_so_often()
    {
        var time = new HurryingTime();
        var mine = new PacingStore(path, time);
        await AddAsync(mine);
        Assert.False(mine.HasChanged(TimeSpan.FromSeconds(1)));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));

        Assert.False(mine.HasChanged(TimeSpan.FromSeconds(1)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(mine.HasChanged(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not JSON at all")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"quotas":null}""")]
    [InlineData("""{"quotas":{"requests":null}}""")]
    [InlineData("""{"quotas":{"requests":{"slots":null}}}""")]
    [InlineData("""{"quotas":{"calls":{"slots":[]},"requests":{"slots":null}}}""")]
    [InlineData("""{"quotas":{"requests":{"slots":[null]}}}""")]
    [InlineData("""{"quotas":{"requests":{"slots":[{"id":null,"sent":1}]}}}""")]
    [InlineData("""{"quotas":{"requests":{"pausedUntil":"tomorrow"}}}""")]
    public async Task A_file_that_cannot_be_read_is_survived_and_written_anew(string content)
    {
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        using var bench = new PacerBench();
        File.Copy(path, bench.File);
        var pacer = bench.Process();

        await bench.RequestAsync(pacer, 2);
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(5), 3, bench.Time.GetUtcNow);
        await bench.RequestAsync(bench.Process(), 2);

        Assert.Equal(2, bench.OnDisk().Of("requests").Slots.Count(slot => slot.Done > 0));
    }

    [Fact]
    public async Task A_file_that_breaks_under_way_does_not_make_a_process_forget_its_own_pace()
    {
        var store = Store(path);
        await AddAsync(store);
        await File.WriteAllTextAsync(path, "{", TestContext.Current.CancellationToken);

        Assert.Equal(1, await CountAsync(store));
    }

    [Theory]
    [InlineData("no-such-folder/quota.json")]
    [InlineData("")]
    public async Task Without_a_place_to_write_a_process_keeps_its_own_pace(string place)
    {
        var store = Store(Path.Combine(folder.FullName, place));

        await AddAsync(store);
        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
    }

    [Fact]
    public async Task Without_a_folder_for_state_a_process_keeps_its_own_pace()
    {
        using var bench = new PacerBench();
        var store = new PacingStore(null, bench.Time);

        await AddAsync(store);
        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
        Assert.False(store.HasChanged(TimeSpan.Zero));
    }

    [Fact]
    public async Task A_link_in_place_of_the_file_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        var victim = Path.Combine(folder.FullName, "victim");
        await File.WriteAllTextAsync(victim, "a text", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(path, victim);
        var store = Store(path);

        await AddAsync(store);
        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
        Assert.Equal("a text", await File.ReadAllTextAsync(victim, TestContext.Current.CancellationToken));
        Assert.Contains("link", store.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("/dev/null")]
    public async Task A_pipe_or_a_device_in_place_of_the_file_ends_nothing(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and devices have names on Linux.");
        var special = Path.Combine(folder.FullName, place);
        if (place == "pipe")
        {
            using var made = System.Diagnostics.Process.Start("mkfifo", [special]);
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var store = Store(special);

        await AddAsync(store);
        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
        Assert.Contains("no plain file", store.Problem, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_may_change_is_made_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await File.WriteAllTextAsync(path, string.Empty, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);

        await AddAsync(Store(path));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task One_warning_says_that_the_pace_is_not_shared()
    {
        using var bench = new PacerBench();
        var pacer = new Pacer(new PacingStore(null, bench.Time), bench.Time);

        await bench.RequestAsync(pacer, 5);
        await bench.RequestAsync(pacer, 5);

        Assert.True(bench.Log.TryTake(out var warning));
        Assert.Equal(CallLogLevel.Warning, warning.Level);
        Assert.Contains("not shared", warning.Text, StringComparison.Ordinal);
        Assert.False(bench.Log.TryTake(out _));
    }

    [Fact]
    public async Task Nothing_is_said_while_the_pace_is_shared()
    {
        using var bench = new PacerBench();

        await bench.RequestAsync(bench.Process(), 5);

        Assert.False(bench.Log.TryTake(out _));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_a_reason_not_to_share()
    {
        var store = Store(Path.Combine(folder.FullName, "missing", "quota.json"));

        await AddAsync(store);
        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
    }

    [Fact]
    public async Task A_file_that_another_process_has_for_the_moment_is_waited_for()
    {
        var store = Store(path);
        await AddAsync(store);
        Task change;
        await using (PrivateFile.OpenExclusive(path))
        {
            change = AddAsync(store);
            Assert.False(change.IsCompleted);
        }

        await change.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(2, await CountAsync(store));
    }

    [Fact]
    public async Task A_file_that_somebody_never_lets_go_holds_nobody_for_ever()
    {
        var time = new HurryingTime();
        var store = new PacingStore(path, time);
        await AddAsync(store);
        await using var taken = PrivateFile.OpenExclusive(path);

        await AddAsync(store);

        Assert.Equal(2, await CountAsync(store));
        Assert.InRange(time.Waits.Sum(wait => wait.TotalSeconds), 10, 21);
    }

    [Fact]
    public async Task Waiting_for_the_file_ends_when_the_run_is_stopped()
    {
        var store = Store(path);
        await AddAsync(store);
        using var stop = new CancellationTokenSource();
        await using var taken = PrivateFile.OpenExclusive(path);
        var change = store.UpdateAsync(_ => true, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_holds_no_token()
    {
        using var bench = new CallBench(CallBench.Good);
        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());
        await bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context());

        var files = Directory.GetFiles(StateFolder.Find("pacing")!).Where(file => bench.Accounts.Contains(Path.GetFileNameWithoutExtension(file))).ToArray();

        Assert.Equal(2, files.Length);
        foreach (var file in files)
        {
            Assert.DoesNotContain(CallBench.Token, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.DoesNotContain(CallBench.Token, file, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Path.GetDirectoryName(file)!).UnixFileMode);
            }
        }
    }

    [Fact]
    public void One_credential_at_one_host_has_one_name_and_every_other_another()
    {
        var host = new Uri("https://api.example");
        string[] keys =
        [
            Pacer.Key(JobService.OpenTrain, host, "token-1", ""),
            Pacer.Key(JobService.OpenTrain, host, "token-2", ""),
            Pacer.Key(JobService.Sorce, host, "token-1", ""),
            Pacer.Key(JobService.OpenTrain, new Uri("https://other.example"), "token-1", ""),
            Pacer.Key(JobService.OpenTrain, host, "token-1", "sandbox"),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Pacer.Key(JobService.OpenTrain, new Uri("https://api.example/v1/"), "token-1", ""));
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{24}$", key));
    }

    private static PacingStore Store(string path) => new(path, TimeProvider.System);

    private static Task<bool> AddAsync(PacingStore store) => store.UpdateAsync(
        state =>
        {
            state.Of("requests").Slots.Add(new QuotaSlot { Id = Guid.NewGuid().ToString("N"), Sent = 1 });
            return true;
        },
        TestContext.Current.CancellationToken);

    private static Task<int> CountAsync(PacingStore store) => store.UpdateAsync(state => state.Of("requests").Slots.Count, TestContext.Current.CancellationToken);
}
