using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>Lines that come while others are being written: they wait for their turn and then share one.</summary>
public sealed class JournalBatchTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-batch-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_line_that_must_be_on_disk_takes_those_with_it_that_need_not()
    {
        using var file = new HeldFile(At("mixed.jsonl"));
        using var writer = new JournalWriter(file, new JournalChain());
        var first = writer.AppendAsync(Line(1), durable: false);
        file.AwaitWriting();

        var durable = writer.AppendAsync(Line(2), durable: true);
        var other = writer.AppendAsync(Line(3), durable: false);
        file.Release();
        await Task.WhenAll(first, durable, other);

        Assert.Equal(1, file.Flushes);
    }

    [Fact]
    public async Task Only_one_writes_at_a_time()
    {
        using var file = new HeldFile(At("single.jsonl"));
        using var writer = new JournalWriter(file, new JournalChain());
        var first = writer.AppendAsync(Line(1), durable: false);
        file.AwaitWriting();

        var others = Enumerable.Range(2, 200).Select(number => writer.AppendAsync(Line(number), durable: false)).ToArray();
        var second = others[0];

        // The first line is held: whoever else wrote now would end before it.
        Assert.False(second.IsCompleted);
        file.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(1, file.MostAtOnce);
    }

    [Fact]
    public async Task Lines_that_waited_while_one_could_not_be_written_are_not_written_behind_it()
    {
        using var file = new HeldFile(At("torn.jsonl")) { Fails = true };
        using var writer = new JournalWriter(file, new JournalChain());
        var first = writer.AppendAsync(Line(1), durable: true);
        file.AwaitWriting();

        var waiting = writer.AppendAsync(Line(2), durable: true);
        file.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => waiting);
        await Assert.ThrowsAsync<IOException>(() => writer.AppendAsync(Line(3), durable: true));
        Assert.Equal(0, file.Length);
    }

    private static JournalLine Line(int number) => new() { Type = JournalLine.Sent, Number = number };

    private string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>A file whose first write is held until the test lets it go on, or fail.</summary>
    private sealed class HeldFile(string path) : FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly ManualResetEventSlim writing = new();
        private readonly ManualResetEventSlim released = new();
        private int atOnce;
        private int writes;

        public bool Fails { get; init; }

        public int Flushes { get; private set; }

        public int MostAtOnce { get; private set; }

        public void AwaitWriting() => Assert.True(writing.Wait(Patience), "Nothing is written.");

        public void Release() => released.Set();

        public override void Write(byte[] array, int offset, int count)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref atOnce));
            if (Interlocked.Increment(ref writes) == 1)
            {
                writing.Set();
                Assert.True(released.Wait(Patience), "Nobody lets it go on.");
                if (Fails)
                {
                    throw new IOException("No space left on device");
                }
            }

            base.Write(array, offset, count);
            Interlocked.Decrement(ref atOnce);
        }

        public override void Flush(bool flushToDisk)
        {
            Flushes += flushToDisk ? 1 : 0;
            base.Flush(flushToDisk);
        }
    }
}
