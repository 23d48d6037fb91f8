using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Tests.Files;

/// <summary>A file that is fetched replaces none that is there, whoever put it there.</summary>
public sealed class DownloadTargetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jobdrafts-download-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Of_many_files_of_one_name_that_end_at_the_same_moment_the_first_stays()
    {
        const int Count = 16;
        for (var round = 0; round < 20; round++)
        {
            var name = $"manual-{round}.txt";
            var targets = Enumerable.Range(0, Count).Select(_ => new DownloadTarget(folder, overwrite: false, _ => name)).ToArray();
            for (var number = 0; number < Count; number++)
            {
                targets[number].Begin(_ => null);
                await targets[number].WriteAsync([(byte)number], 1, TestContext.Current.CancellationToken);
            }

            var kept = new bool[Count];
            using var start = new Barrier(Count);
            var threads = Enumerable.Range(0, Count).Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                kept[number] = IsKept(targets[number]);
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            Array.ForEach(targets, target => target.Dispose());

            var only = Assert.Single(Enumerable.Range(0, Count), number => kept[number]);
            Assert.Equal([(byte)only], await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken));
        }

        Assert.Equal(20, Directory.GetFiles(folder).Length);
    }

    private static bool IsKept(DownloadTarget target)
    {
        try
        {
            target.Finish();
            return true;
        }
        catch (JobDraftsApiException refused) when (refused.ErrorId == "JobDrafts.FileExists")
        {
            return false;
        }
    }
}
