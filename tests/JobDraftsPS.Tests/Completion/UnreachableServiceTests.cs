using System.Diagnostics;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>No Tab key waits for a service or fails over one, and none falls back to file names.</summary>
public sealed class UnreachableServiceTests
{
    private const int MostMs = 200;

    [Fact]
    public void A_service_that_never_answers_is_neither_asked_nor_waited_for()
    {
        using var never = new CancellationTokenSource();
        using var bench = new Bench(async _ =>
        {
            await Task.Delay(Timeout.Infinite, never.Token);
            throw new UnreachableException();
        });

        foreach (var (cmdlet, parameter, _) in TabKey.Parameters(bench.Session))
        {
            // A busy machine may hold up one press, and not each of several.
            var fastest = Enumerable.Range(0, 5).Select(_ => Time(bench.Session, $"{cmdlet.Name} -{parameter.Name} ")).FirstOrDefault(took => took < MostMs, long.MaxValue);
            Assert.True(fastest < MostMs, $"{cmdlet.Name} -{parameter.Name} took {MostMs} ms or more, five times.");
        }

        Assert.Empty(bench.Calls);
        never.Cancel();
    }

    [Fact]
    public void A_service_that_nobody_serves_and_a_connection_that_was_ended_change_nothing()
    {
        using var session = new Session();
        session.Run("$c = Connect-JobDraftService OpenTrain -BaseUri http://127.0.0.1:9/ot -Token $token -PassThru", ("token", Bench.Secret("t")));
        Assert.Equal(["FIXED_PRICE"], TabKey.Press(session, "Update-JobDraft d -PaymentType f"));

        session.Run("Disconnect-JobDraftService -Connection $c");

        Assert.Equal(["FIXED_PRICE"], TabKey.Press(session, "Update-JobDraft d -PaymentType f"));
        Assert.Equal(["FIXED_PRICE"], TabKey.Press(session, "Update-JobDraft d -Connection $c -PaymentType f"));
    }

    [Fact]
    public void No_parameter_with_a_completer_offers_files()
    {
        // The bare engine lacks the one command by which it finds files, so the test brings it; that a plain parameter then has files shows that it works.
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "zzz.csv"), string.Empty);
        using var session = new Session();
        session.Run("""
            $null = $ExecutionContext.SessionState.Path.SetLocation($folder)
            New-Module Microsoft.PowerShell.Management { function Resolve-Path { param($Path, $LiteralPath) $ExecutionContext.SessionState.Path.GetResolvedPSPathFromPSPath("$Path$LiteralPath") } } | Import-Module
            """, ("folder", folder.Path));
        Assert.Contains(TabKey.Press(session, "Update-JobDraft d -JobTitle zz"), file => file.Contains("zzz", StringComparison.Ordinal));

        var parameters = TabKey.Parameters(session);

        Assert.NotEmpty(parameters);
        Assert.Empty(parameters
            .Where(pair => TabKey.Press(session, $"{pair.Cmdlet.Name} -{pair.Parameter.Name} zz").Length > 0)
            .Select(pair => $"{pair.Cmdlet.Name} -{pair.Parameter.Name}"));
    }

    [Fact]
    public void Nothing_that_is_typed_makes_an_error()
    {
        using var session = new Session();
        foreach (var (cmdlet, parameter, _) in TabKey.Parameters(session))
        {
            foreach (var typed in new[] { "'", "\"", "''", "'a''", "\"a`", "a,", "(", "$", "\u2018", "-Connection $null " })
            {
                TabKey.Press(session, $"{cmdlet.Name} -{parameter.Name} {typed}");
            }
        }
    }

    private static long Time(Session session, string line)
    {
        var watch = Stopwatch.StartNew();
        TabKey.Press(session, line);
        return watch.ElapsedMilliseconds;
    }
}
