namespace JobDraftsPS.Core.Bulk;

/// <summary>
/// Runs work side by side, begins it and hands it back in the order it came in. Work on one target runs strictly one after another, because
/// two edits of one job in flight at once lose the later one. Memory is bounded by the window.
/// </summary>
/// <remarks>One thread posts and takes; the work itself runs on the thread pool and must not throw.</remarks>
public sealed class Pump<T> : IDisposable
{
    // A window as narrow as the limit stands still behind one slow call; eight times the limit costs little memory and hides it.
    private const int WindowFactor = 8;

    private readonly CancellationTokenSource cancellation = new();
    private readonly SemaphoreSlim gate;
    private readonly Queue<PumpItem<T>> items = new();
    private readonly Dictionary<string, Task> lastOfTarget = new(StringComparer.Ordinal);
    private readonly int window;

    /// <summary>Creates a pump.</summary>
    /// <param name="throttleLimit">How many pieces of work run at once, at least 1.</param>
    public Pump(int throttleLimit)
    {
        gate = new SemaphoreSlim(throttleLimit, throttleLimit);
        window = throttleLimit * WindowFactor;
    }

    /// <summary>True when something must be taken before more is posted.</summary>
    public bool IsFull => items.Count >= window;

    /// <summary>True when nothing is left to take.</summary>
    public bool IsEmpty => items.Count == 0;

    /// <summary>What has been posted and not taken, oldest first.</summary>
    public IReadOnlyCollection<PumpItem<T>> Items => items;

    /// <summary>Adds a piece of work.</summary>
    /// <param name="subject">What it is about; comes back from <see cref="TryTake"/>.</param>
    /// <param name="target">The target; work of one target runs in the order posted.</param>
    /// <param name="work">The work.</param>
    public void Post(T subject, string target, Func<CancellationToken, Task> work)
    {
        var item = new PumpItem<T>(subject);
        Begin(item, target, work);
        items.Enqueue(item);
    }

    /// <summary>Goes on with a piece of work that has ended and was not taken: it keeps its place in the order.</summary>
    /// <param name="item">The piece of work.</param>
    /// <param name="target">The target; what was posted for it meanwhile comes first.</param>
    /// <param name="work">What is to be done next.</param>
    public void Continue(PumpItem<T> item, string target, Func<CancellationToken, Task> work)
    {
        item.State = PumpState.Waiting;
        Begin(item, target, work);
    }

    /// <summary>Takes the oldest piece of work once it has ended.</summary>
    /// <param name="wait">How long to wait for it.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="mayTake">False for work that has ended and will be gone on with; null when none will.</param>
    public bool TryTake(TimeSpan wait, out T subject, Func<T, bool>? mayTake = null)
    {
        if (items.Count > 0 && WaitFor(items.Peek().Task, wait) && mayTake?.Invoke(items.Peek().Subject) != false)
        {
            subject = items.Dequeue().Subject;
            return true;
        }

        subject = default!;
        return false;
    }

    /// <summary>What the oldest piece of work is about.</summary>
    public T Oldest => items.Peek().Subject;

    /// <summary>Waits for the work that has begun, after it was cancelled.</summary>
    /// <param name="atMost">How long to wait in all.</param>
    public void WaitForBegun(TimeSpan atMost) => Task.WaitAll(items.Where(item => item.State == PumpState.Begun).Select(item => item.Task).ToArray(), atMost);

    /// <summary>Cancels all work: what has not begun never will.</summary>
    public void Cancel() => cancellation.Cancel();

    /// <summary>Cancels all work that has not ended.</summary>
    public void Dispose() => cancellation.Cancel();

    private void Begin(PumpItem<T> item, string target, Func<CancellationToken, Task> work)
    {
        lastOfTarget.TryGetValue(target, out var before);

        // The turn is asked for here, in the order of the input; work behind other work on its target asks when that has ended.
        var turn = before is null or { IsCompleted: true } ? gate.WaitAsync(cancellation.Token) : null;
        item.Task = Task.Run(() => RunAsync(item, turn, before, work));
        lastOfTarget[target] = item.Task;
        if (lastOfTarget.Count > 2 * window)
        {
            ForgetEndedTargets();
        }
    }

    private async Task RunAsync(PumpItem<T> item, Task? turn, Task? before, Func<CancellationToken, Task> work)
    {
        if (turn is null)
        {
            await before!.ConfigureAwait(false);
        }

        try
        {
            await (turn ?? gate.WaitAsync(cancellation.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            if (!cancellation.IsCancellationRequested)
            {
                item.State = PumpState.Begun;
                await work(cancellation.Token).ConfigureAwait(false);
                item.State = PumpState.Ended;
            }
        }
        catch (OperationCanceledException)
        {
            // The item stays as begun: nobody knows whether it arrived.
        }
        finally
        {
            gate.Release();
        }
    }

    private static bool WaitFor(Task task, TimeSpan wait)
    {
        // A failed piece of work must surface where it is taken, not be swallowed here.
        if (task.IsCompleted || ((IAsyncResult)task).AsyncWaitHandle.WaitOne(wait))
        {
            task.GetAwaiter().GetResult();
            return true;
        }

        return false;
    }

    private void ForgetEndedTargets()
    {
        foreach (var target in lastOfTarget.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToArray())
        {
            lastOfTarget.Remove(target);
        }
    }
}
