using JobDraftsPS.Contrary.Services;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Suite;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Contrary;

/// <summary>An answer about another job than the one asked for: the asked id decides, in records, warnings and journals.</summary>
public sealed class ContradictionTests : IDisposable
{
    private readonly Session session = SuiteSession.Open();

    public void Dispose() => session.Dispose();

    [Fact]
    public void A_write_that_is_answered_for_another_job_warns_and_gives_the_record_of_the_one_asked_for()
    {
        using var run = new ContraryRun(session, new ContrarySettings { EditAnswer = WriteAnswer.AnotherId, TransitionAnswer = WriteAnswer.AnotherId });
        var draft = run.Server.OpenTrain.Jobs[0]["id"]!.GetValue<string>();
        var listing = run.Server.Sorce.Jobs[0]["id"]!.GetValue<string>();
        foreach (var (script, id) in new[]
        {
            ("Update-JobDraft $id -Headcount 5", draft),
            ("Set-JobListing $id -Title New", listing),
        })
        {
            var result = run.Run(script, ("id", id));

            Assert.Empty(result.AllErrors);
            Assert.Equal(id, Assert.Single(result.Output).Properties["JobId"].Value);
            Assert.Contains(result.Warnings, warning => warning.ToString().Contains(id, StringComparison.Ordinal) && warning.ToString().Contains(ContraryState.NobodysId, StringComparison.Ordinal));
        }

        Assert.Equal(2, run.Server.State.Events.Count);
    }

    [Fact]
    public void A_read_that_is_answered_with_another_job_is_an_error_and_nothing_is_written_on_its_word()
    {
        using var run = new ContraryRun(session, new ContrarySettings { ReadsAnotherId = true });
        var listing = run.Server.Sorce.Jobs[0]["id"]!.GetValue<string>();
        foreach (var script in new[] { "Get-JobListing $id", "Get-JobListing $id | Publish-Job", "Set-JobListing $id -AddQualification 'Counts bees'" })
        {
            var result = run.Run(script, ("id", listing));

            Assert.Empty(result.Output);
            Assert.Contains(ContraryState.NobodysId, Assert.Single(result.AllErrors).ToString(), StringComparison.Ordinal);
            Assert.Contains(listing, result.AllErrors[0].ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(run.Server.State.Events);
    }
}
