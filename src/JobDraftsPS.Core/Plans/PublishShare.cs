using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Plans;

/// <summary>Keeps a part of a plan to its share of the daily publications, over all runs of the part on this machine.</summary>
internal sealed class PublishShare
{
    private readonly Pacer pacer;
    private readonly QuotaRequest clock;
    private readonly QuotaUse use;
    private readonly QuotaRule rule;

    public PublishShare(Pacer pacer, QuotaRequest clock, string quota, TimeSpan window, string part, int share)
    {
        this.pacer = pacer;
        this.clock = clock;
        use = new QuotaUse($"{quota}/{part.Substring(0, 16)}", perCall: true, _ => true);
        rule = new QuotaRule(new QuotaWindow(share, window));
    }

    /// <summary>Takes a place; null with the time to go on when there is none.</summary>
    public async Task<(PacerTicket? Place, TimeSpan Wait)> TryEnterAsync()
    {
        var answer = await pacer.TryEnterAsync(use, rule, clock).ConfigureAwait(false);
        return (answer.Slot is { } slot ? new PacerTicket(use, slot.Id) : null, answer.Wait);
    }

    /// <summary>Gives a place back that was not used, or keeps it for the window.</summary>
    public Task SettleAsync(PacerTicket place, bool used) => pacer.SettleAsync(place, used, clock.Now);
}
