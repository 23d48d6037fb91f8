using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace JobDraftsPS.Core.Bulk;

/// <summary>
/// Runs work side by side, begins it and hands it back in the order it came in. Work on one target runs strictly one after another, because
/// two edits of one job in flight at once lose the later one. Memory is bounded twice: by the work that waits to begin, and by all that
/// has not been taken.
/// </summary>
/// <remarks>One thread posts and takes; the work itself runs on the thread pool and must not throw.</remarks>
public sealed class Pump<T> : IDisposable
{
    // A window as narrow as the limit stands still behind one slow call; eight times the limit costs little memory and hides it.
    private const int WindowFactor = 8;

    // What waits to begin hides nothing. It only has to last until the thread that posts has been woken.
    private const int WaitingFactor = 3;

    private readonly CancellationTokenSource cancellation = new();
    private readonly object gate = new();
    private readonly Queue<PumpItem<T>> items = new();
    private readonly Queue<PumpItem<T>> ready = new();
    private readonly Dictionary<string, PumpItem<T>> lastOfTarget = new(StringComparer.Ordinal);
    private readonly int throttleLimit;
    private int idleWorkers;
    private int waiting;
    private PumpItem<T>? awaited;

    /// <summary>Creates a pump.</summary>
    /// <param name="throttleLimit">How many pieces of work run at once, at least 1.</param>
    public Pump(int throttleLimit)
    {
        this.throttleLimit = throttleLimit;
        idleWorkers = throttleLimit;
    }

    /// <summary>True when something must begin, or be taken, before more is posted.</summary>
    public bool IsFull => items.Count >= throttleLimit * WindowFactor || HasEnoughWaiting;

    /// <summary>True when nothing is left to take.</summary>
    public bool IsEmpty => items.Count == 0;

    /// <summary>What has been posted and not taken, oldest first.</summary>
    public IReadOnlyCollection<PumpItem<T>> Items => items;

    /// <summary>What the oldest piece of work is about.</summary>
    public T Oldest => items.Peek().Subject;

    private bool HasEnoughWaiting => Volatile.Read(ref waiting) >= throttleLimit * WaitingFactor;

    /// <summary>Adds a piece of work.</summary>
    /// <param name="subject">What it is about; comes back from <see cref="TryTake"/>.</param>
    /// <param name="target">The target; work of one target runs in the order posted.</param>
    /// <param name="work">The work.</param>
    public void Post(T subject, string target, Func<CancellationToken, Task> work)
    {
        var item = new PumpItem<T>(subject, work);
        items.Enqueue(item);
        Begin(item, target);
    }

    /// <summary>Goes on with a piece of work that has ended and was not taken: it keeps its place in the order.</summary>
    /// <param name="item">The piece of work.</param>
    /// <param name="target">The target; what was posted for it meanwhile comes first.</param>
    /// <param name="work">What is to be done next.</param>
    public void Continue(PumpItem<T> item, string target, Func<CancellationToken, Task> work)
    {
        Forget(item);
        item.State = PumpState.Waiting;
        item.HasEnded = false;
        item.Next = null;
        item.Work = work;
        Begin(item, target);
    }

    /// <summary>
    /// Takes the oldest piece of work once it has ended. Where it has to be waited for, some that came after it are waited for too, as
    /// long as the time lasts: to wake for every single one costs more than the work itself when the service is quick.
    /// </summary>
    /// <param name="wait">How long to wait.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="mayTake">False for work that has ended and will be gone on with; null when none will.</param>
    public bool TryTake(TimeSpan wait, out T subject, Func<T, bool>? mayTake = null)
    {
        var oldest = items.Count > 0 ? items.Peek() : null;
        if (oldest is { HasEnded: false } && wait > TimeSpan.Zero)
        {
            lock (gate)
            {
                WaitForOldest(wait);
            }
        }

        if (oldest is not { HasEnded: true } || mayTake?.Invoke(oldest.Subject) == false)
        {
            subject = default!;
            return false;
        }

        // A failed piece of work must surface where it is taken, not be swallowed here.
        items.Dequeue();
        Forget(oldest);
        oldest.Failure?.Throw();
        subject = oldest.Subject;
        return true;
    }

    /// <summary>Waits, where the pump is full, until much of what waits has begun or until the oldest piece of work has ended.</summary>
    /// <param name="atMost">How long to wait in all.</param>
    /// <returns>False where the pump was not full.</returns>
    public bool WaitForRoom(TimeSpan atMost)
    {
        if (!IsFull)
        {
            return false;
        }

        lock (gate)
        {
            if (!HasEnoughWaiting)
            {
                WaitForOldest(atMost);
                return true;
            }

            var clock = Stopwatch.StartNew();
            while (waiting > throttleLimit && atMost - clock.Elapsed is var left && left > TimeSpan.Zero)
            {
                Monitor.Wait(gate, left);
            }

            return true;
        }
    }

    /// <summary>Waits for the work that has begun, after it was cancelled.</summary>
    /// <param name="atMost">How long to wait in all.</param>
    public void WaitForBegun(TimeSpan atMost)
    {
        lock (gate)
        {
            WaitFor(items.Where(item => item.State == PumpState.Begun), atMost);
        }
    }

    /// <summary>Cancels all work: what has not begun never will.</summary>
    public void Cancel() => cancellation.Cancel();

    /// <summary>Cancels all work that has not ended.</summary>
    public void Dispose() => cancellation.Cancel();

    private void Begin(PumpItem<T> item, string target)
    {
        lock (gate)
        {
            if (lastOfTarget.TryGetValue(target, out var before) && !before.HasEnded)
            {
                before.Next = item;
            }
            else
            {
                ready.Enqueue(item);
            }

            waiting++;
            lastOfTarget[target] = item;
            item.Target = target;
            if (ready.Count == 0 || idleWorkers == 0)
            {
                return;
            }

            idleWorkers--;
        }

        _ = Task.Run(WorkAsync);
    }

    /// <summary>Takes one piece of work after the other, until none is ready.</summary>
    private async Task WorkAsync()
    {
        for (var item = TakeReady(); item is not null; item = EndAndTakeReady(item))
        {
            try
            {
                if (!cancellation.IsCancellationRequested)
                {
                    item.State = PumpState.Begun;
                    await item.Work!(cancellation.Token).ConfigureAwait(false);
                    item.State = PumpState.Ended;
                }
            }
            catch (OperationCanceledException)
            {
                // The item stays as begun: nobody knows whether it arrived.
            }
            catch (Exception error)
            {
                item.Failure = ExceptionDispatchInfo.Capture(error);
            }
        }
    }

    private PumpItem<T>? TakeReady()
    {
        lock (gate)
        {
            if (ready.Count > 0)
            {
                if (--waiting == throttleLimit)
                {
                    Monitor.Pulse(gate);
                }

                return ready.Dequeue();
            }

            idleWorkers++;
            return null;
        }
    }

    private PumpItem<T>? EndAndTakeReady(PumpItem<T> item)
    {
        lock (gate)
        {
            item.HasEnded = true;
            item.Work = null;
            if (item.Next is { } next)
            {
                ready.Enqueue(next);
            }

            if (item == awaited)
            {
                Monitor.Pulse(gate);
            }

            return TakeReady();
        }
    }

    /// <summary>Waits under the gate until all are over or the time is.</summary>
    private void WaitFor(IEnumerable<PumpItem<T>> wanted, TimeSpan atMost)
    {
        var clock = Stopwatch.StartNew();
        foreach (var item in wanted)
        {
            while (!item.HasEnded)
            {
                var left = atMost - clock.Elapsed;
                if (left <= TimeSpan.Zero)
                {
                    return;
                }

                awaited = item;
                Monitor.Wait(gate, left);
                awaited = null;
            }
        }
    }

    /// <summary>Waits under the gate for the oldest piece of work and some after it.</summary>
    private void WaitForOldest(TimeSpan atMost) =>
        // The last one first: when it has ended, most of those before it have.
        WaitFor(items.Take(1 + (2 * throttleLimit)).Reverse(), atMost);

    /// <summary>Nothing that has been taken is kept: what lives longer than it must is what the collector of the memory costs.</summary>
    private void Forget(PumpItem<T> item)
    {
        if (lastOfTarget.TryGetValue(item.Target, out var last) && last == item)
        {
            lastOfTarget.Remove(item.Target);
        }
    }
}
