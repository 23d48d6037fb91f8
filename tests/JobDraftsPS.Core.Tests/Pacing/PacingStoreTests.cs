using JobDraftsPS.Core.Files;
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
    public async Task On_a_full_disk_a_process_keeps_its_own_pace()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");
        File.CreateSymbolicLink(path, "/dev/full");
        var store = Store(path);

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
