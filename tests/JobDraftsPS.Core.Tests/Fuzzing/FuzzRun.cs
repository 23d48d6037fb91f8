using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>
/// Gives a reader thousands of damaged texts. It may refuse them as it always does; it may not fail otherwise, take long, or take much
/// memory. An ordinary run takes a fixed number of texts, the same each time; with JOBDRAFTS_FUZZ_SECONDS in the environment each target
/// gets so many seconds of texts that nobody has seen.
/// </summary>
internal static class FuzzRun
{
    private const long MostBytes = 512L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Runs a reader over damaged forms of good texts.</summary>
    /// <param name="seeds">The good texts.</param>
    /// <param name="read">The reader; throws for what it may not do.</param>
    /// <param name="inputs">How many texts an ordinary run takes.</param>
    public static void Check(IReadOnlyList<string> seeds, Action<byte[]> read, int inputs = 400)
    {
        foreach (var seed in seeds)
        {
            // A good text is good: otherwise nothing behind the first check is ever reached.
            Bounded(new FuzzInput(seed, []), read);
        }

        var property = Prop.ForAll(Damaged(seeds), input => Bounded(input, read));
        var config = Config.QuickThrowOnFailure.WithMaxTest(inputs).WithQuietOnSuccess(true);
        if (Seconds is not { } seconds)
        {
            FsCheck.Check.One(config.WithReplay(20_260_302, 9_001), property);
            return;
        }

        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds;)
        {
            FsCheck.Check.One(config, property);
        }
    }

    private static int? Seconds => Environment.GetEnvironmentVariable("JOBDRAFTS_FUZZ_SECONDS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static Arbitrary<FuzzInput> Damaged(IReadOnlyList<string> seeds)
    {
        var step =
            from deed in Gen.Choose(0, (int)FuzzDeed.CutOff)
            from at in Gen.Choose(0, 1_000_000)
            from length in Gen.Choose(0, 40)
            from token in Gen.Choose(0, FuzzTokens.All.Count - 1)
            select new FuzzStep((FuzzDeed)deed, at, length, token);
        var input =
            from seed in Gen.Choose(0, seeds.Count - 1)
            from count in Gen.Choose(1, 6)
            from steps in step.ArrayOf(count)
            select new FuzzInput(seeds[seed], steps);
        return Arb.From(input, failed => failed.Smaller());
    }

    private static void Bounded(FuzzInput input, Action<byte[]> read)
    {
        var running = Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            read(input.Bytes);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        if (Task.WaitAny([running], Longest) < 0)
        {
            throw new InvalidOperationException("It does not end.");
        }

        var taken = running.GetAwaiter().GetResult();
        if (taken > MostBytes)
        {
            throw new InvalidOperationException($"It took {taken} bytes for {input.Bytes.Length}.");
        }
    }
}
