using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>What is remembered of quotas, in a file that other programs could have written.</summary>
public sealed class PacingFuzzTests
{
    private const string Seed = """{"quotas":{"calls":{"slots":[{"id":"a","at":"2026-03-02T08:00:00+00:00","settled":true},{"id":"b","at":"2026-03-02T08:00:01+00:00"}],"until":"2026-03-02T08:01:00+00:00","limit":60}}}""";

    [Fact]
    public void A_damaged_pacing_file_is_read_or_begun_anew()
    {
        using var file = new FuzzFile("pacing.json");
        FuzzRun.Check([Seed], bytes =>
        {
            var store = new PacingStore(file.Holding(bytes), TimeProvider.System);
            var slots = store.UpdateAsync(state => state.Quotas.Values.Sum(quota => quota.Slots.Count(slot => slot.Id.Length >= 0)), CancellationToken.None).GetAwaiter().GetResult();
            Assert.True(slots >= 0);
            Assert.Equal(slots, new PacingStore(file.Path, TimeProvider.System).UpdateAsync(state => state.Quotas.Values.Sum(quota => quota.Slots.Count), CancellationToken.None).GetAwaiter().GetResult());
        });
    }
}
