using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Pacing;

/// <summary>
/// Lets requests of one credential go at the pace that its service allows: one for all workers and connections of this process, and
/// through its file one for all processes of the user.
/// </summary>
internal sealed class Pacer
{
    private static readonly ConcurrentDictionary<string, Pacer> ByCredential = new(StringComparer.Ordinal);

    /// <summary>Nobody sleeps longer than this without looking up: a sandbox's clock is moved, another process hears a refusal.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> pauses = new(StringComparer.Ordinal);
    private readonly AdaptiveGate gate = new();
    private readonly PacingStore store;
    private readonly TimeProvider time;
    private int warned;

    public Pacer(PacingStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
    }

    /// <summary>The pacer of a credential at a host. The credential is known by its hash only.</summary>
    public static Pacer For(JobService service, Uri baseUri, string? token, string instance, TimeProvider time)
    {
        var key = Key(service, baseUri, token, instance);
        return ByCredential.GetOrAdd(key, name => new Pacer(
            new PacingStore(PacingFiles.Find(name), time),
            time));
    }

    /// <summary>The hash that names a credential in files.</summary>
    public static string Key(JobService service, Uri baseUri, string? token, string instance)
    {
        using var hash = SHA256.Create();
        var text = $"JobDraftsPS|{service}|{baseUri.GetLeftPart(UriPartial.Authority)}|{instance}|{token}";
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(12).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Waits for a place.</summary>
    /// <param name="use">The quota.</param>
    /// <param name="rule">Its number; null where none is known.</param>
    /// <param name="plan">Who waits, and by which clock.</param>
    /// <param name="waiter">The row that waits.</param>
    /// <exception cref="JobDraftsApiException">The wait would be longer than the call allows; nothing was sent.</exception>
    public async Task<PacerTicket> EnterAsync(QuotaUse use, QuotaRule? rule, QuotaRequest plan, IQuotaWaiter waiter)
    {
        if (rule is null && store.HasChanged(Slice))
        {
            await HearOthersAsync(use.Name, waiter.Cancellation).ConfigureAwait(false);
        }

        if (rule is null && !IsPaused(use.Name, plan.Now()))
        {
            await gate.EnterAsync(waiter.Cancellation).ConfigureAwait(false);
            return new PacerTicket(use, null);
        }

        var slot = await WaitForPlaceAsync(use, rule, plan, waiter).ConfigureAwait(false);
        var ticket = new PacerTicket(use, slot.Id.Length > 0 ? slot.Id : null);
        try
        {
            await gate.EnterAsync(waiter.Cancellation).ConfigureAwait(false);
            return ticket;
        }
        catch (OperationCanceledException)
        {
            await SettleAsync(ticket, counted: false, plan.Now).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets a request through that has its place in the window already, because the attempt before it took one.</summary>
    public Task EnterAgainAsync(CancellationToken cancellationToken) => gate.EnterAsync(cancellationToken);

    /// <summary>Ends a request: lets the next one through where one waits for its number.</summary>
    public void Leave(bool pushedBack) => gate.Leave(pushedBack);

    /// <summary>How many places of a window are free now.</summary>
    public Task<int> RoomAsync(QuotaUse use, QuotaRule rule, QuotaRequest plan) =>
        store.UpdateAsync(state => SlidingWindow.Room(state.Of(use.Name), rule, plan.Now().ToUnixTimeMilliseconds(), plan.StaleMs), CancellationToken.None);

    /// <summary>Takes a place where one is free, and waits for none.</summary>
    public Task<QuotaWait> TryEnterAsync(QuotaUse use, QuotaRule rule, QuotaRequest plan) =>
        store.UpdateAsync(state => SlidingWindow.TryEnter(state.Of(use.Name), rule, plan.Now().ToUnixTimeMilliseconds(), plan.StaleMs), CancellationToken.None);

    /// <summary>Ends a place in a window.</summary>
    public async Task SettleAsync(PacerTicket ticket, bool counted, Func<DateTimeOffset> now)
    {
        if (ticket.SlotId is { } slotId)
        {
            await store.UpdateAsync(
                state =>
                {
                    SlidingWindow.Leave(state.Of(ticket.Use.Name), slotId, counted, now().ToUnixTimeMilliseconds());
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The service refused for the number of requests: everyone on the quota waits for what it said.</summary>
    public Task PauseAsync(string quota, TimeSpan wait, int? learntLimit, Func<DateTimeOffset> now)
    {
        var until = now().Add(wait).ToUnixTimeMilliseconds();
        pauses.AddOrUpdate(quota, until, (_, present) => Math.Max(present, until));
        return store.UpdateAsync(
            state =>
            {
                var kept = state.Of(quota);
                (kept.LearntLimit, kept.LearntAt) = learntLimit is { } named ? (named, now().ToUnixTimeMilliseconds()) : (kept.LearntLimit, kept.LearntAt);
                if (learntLimit is { } limit && kept.Slots.Count(slot => slot.Done != 0) >= limit)
                {
                    // All that counts is known here (what is under way may be refused like this one), so the window says more exactly than the service when it goes on.
                    return true;
                }

                kept.PausedUntil = Math.Max(kept.PausedUntil, until);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>Takes over a pause that another process was told.</summary>
    private async Task HearOthersAsync(string quota, CancellationToken cancellationToken) =>
        pauses[quota] = await store.UpdateAsync(state => state.Of(quota).PausedUntil, cancellationToken).ConfigureAwait(false);

    private bool IsPaused(string quota, DateTimeOffset now) => pauses.TryGetValue(quota, out var until) && until > now.ToUnixTimeMilliseconds();

    private async Task<QuotaSlot> WaitForPlaceAsync(QuotaUse use, QuotaRule? rule, QuotaRequest plan, IQuotaWaiter waiter)
    {
        var began = plan.Now();
        var told = false;

        // One of this process's workers looks at a time; the others stand behind it in the order they came.
        var turn = turns.GetOrAdd(use.Name, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(waiter.Cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var answer = await store.UpdateAsync(
                    state => SlidingWindow.TryEnter(state.Of(use.Name), rule, plan.Now().ToUnixTimeMilliseconds(), plan.StaleMs),
                    waiter.Cancellation).ConfigureAwait(false);
                if (store.Problem is { } problem && Interlocked.Exchange(ref warned, 1) == 0)
                {
                    waiter.Log.Warning($"The pace of {plan.Service} is not shared with other processes of this user, which may together send more than is allowed: {problem.TrimEnd('.')}.");
                }

                if (answer.Slot is { } slot)
                {
                    return slot;
                }

                var until = plan.Now() + answer.Wait;
                if (answer.IsCertain && until - began > waiter.MaxWait)
                {
                    throw LocalErrors.QuotaExceeded(plan.Service, plan.Purpose, answer.Why!, until, answer.Wait, waiter.MaxWait);
                }

                if (answer.IsCertain && !told && answer.Wait > Slice)
                {
                    waiter.Log.Verbose($"Waiting {answer.Wait.TotalSeconds:0} s for {plan.Service}'s quota before {plan.Purpose}: {answer.Why}.");
                    told = true;
                }

                waiter.WaitingUntil = until;
                await Delays.For(time, answer.Wait < Slice ? answer.Wait : Slice, waiter.Cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            waiter.WaitingUntil = null;
            turn.Release();
        }
    }
}
