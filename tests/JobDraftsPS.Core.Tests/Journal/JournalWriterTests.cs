using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Core.Tests.Journal;

public sealed class JournalWriterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-writer-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Lines_of_many_workers_are_whole_and_none_is_lost()
    {
        var path = At("many.jsonl");
        using (var writer = new JournalWriter(new FileStream(path, FileMode.Create), new JournalChain()))
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => writer.AppendAsync(Line(i), durable: i % 2 == 0), TestContext.Current.CancellationToken)));
        }

        using var scan = new JournalScan(path);
        var rows = new List<int?>();
        while (scan.Next() is { } line)
        {
            rows.Add(line.Number);
        }

        Assert.Equal(Enumerable.Range(0, 500).Cast<int?>(), rows.Order());
        Assert.False(scan.IsTorn);
    }

    [Fact]
    public async Task Lines_of_one_worker_keep_their_order()
    {
        var path = At("order.jsonl");
        using (var writer = new JournalWriter(new FileStream(path, FileMode.Create), new JournalChain()))
        {
            for (var i = 0; i < 100; i++)
            {
                _ = writer.AppendAsync(Line(i), durable: false);
            }

            await writer.AppendAsync(Line(100), durable: true);
        }

        using var scan = new JournalScan(path);
        Assert.All(Enumerable.Range(0, 101), i => Assert.Equal(i, scan.Next()!.Number));
    }

    [Fact]
    public async Task A_line_that_must_be_on_disk_is_flushed_to_it_before_its_task_ends()
    {
        using var file = new WatchedFile(At("flush.jsonl"));
        using var writer = new JournalWriter(file, new JournalChain());

        await writer.AppendAsync(Line(1), durable: false);
        Assert.Equal(0, file.Flushes);
        await writer.AppendAsync(Line(2), durable: true);

        Assert.Equal(1, file.Flushes);
    }

    [Fact]
    public async Task After_a_line_that_could_not_be_written_no_other_is()
    {
        var path = At("failing.jsonl");
        using var file = new WatchedFile(path) { FailsAt = 2 };
        using var writer = new JournalWriter(file, new JournalChain());
        await writer.AppendAsync(Line(1), durable: true);

        var failing = Enumerable.Range(2, 20).Select(i => Try(() => writer.AppendAsync(Line(i), durable: true))).ToArray();
        var failures = await Task.WhenAll(failing);
        var later = await Try(() => writer.AppendAsync(Line(99), durable: true));

        // A line after a hole would make the whole journal unreadable.
        Assert.All(failures, failure => Assert.IsType<IOException>(failure));
        Assert.IsType<IOException>(later);
        Assert.Equal(1, file.Lines);
    }

    [Fact]
    public async Task A_full_disk_fails_each_line_and_closing_still_works()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");
        var writer = new JournalWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write), new JournalChain());

        Assert.IsType<IOException>(await Try(() => writer.AppendAsync(Line(1), durable: true)));
        Assert.IsType<IOException>(await Try(() => writer.AppendAsync(Line(2), durable: true)));

        writer.Dispose();
    }

    private static async Task<Exception?> Try(Func<Task> append)
    {
        try
        {
            await append();
            return null;
        }
        catch (IOException error)
        {
            return error;
        }
    }

    private static JournalLine Line(int number) => new() { Type = JournalLine.Run, Version = 1, Number = number };

    private string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>A file that counts what goes to disk and fails when it is told to.</summary>
    private sealed class WatchedFile(string path) : FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)
    {
        private int asked;

        public int Flushes { get; private set; }

        public int Lines { get; private set; }

        /// <summary>This line cannot be written; those after it could.</summary>
        public int FailsAt { get; init; }

        public override void Write(byte[] array, int offset, int count)
        {
            if (count > 1 && ++asked == FailsAt)
            {
                throw new IOException("No space left on device");
            }

            base.Write(array, offset, count);
            Lines += count > 1 ? 1 : 0;
        }

        public override void Flush(bool flushToDisk)
        {
            Flushes += flushToDisk ? 1 : 0;
            base.Flush(flushToDisk);
        }
    }
}
