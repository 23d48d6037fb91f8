namespace JobDraftsPS.Core.Pacing;

/// <summary>
/// How many requests a service is given at once where no number is known. There is no bound until the service pushes back; then
/// half of what was under way, and one more after each round that went well.
/// </summary>
internal sealed class AdaptiveGate
{
    private const int Unbounded = int.MaxValue;
    private const int RelaxedAt = 256;
    private readonly object gate = new();
    private readonly Queue<TaskCompletionSource<bool>> waiting = new();
    private int limit = Unbounded;
    private int underWay;
    private int goodInARow;

    /// <summary>How many requests of the last push-back's round are still to end: what they bring is the same news.</summary>
    private int sameRound;

    public int Limit
    {
        get
        {
            lock (gate)
            {
                return limit;
            }
        }
    }

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> turn;
        lock (gate)
        {
            if (underWay < limit)
            {
                underWay++;
                return;
            }

            turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        using (cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken)))
        {
            await turn.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Ends a request.</summary>
    /// <param name="pushedBack">True when the service asked for less.</param>
    public void Leave(bool pushedBack)
    {
        lock (gate)
        {
            Adapt(pushedBack);
            underWay--;
            while (underWay < limit && waiting.Count > 0)
            {
                // A waiter that was cancelled meanwhile takes no place.
                if (waiting.Dequeue().TrySetResult(true))
                {
                    underWay++;
                }
            }
        }
    }

    private void Adapt(bool pushedBack)
    {
        var isSameRound = sameRound > 0;
        sameRound -= isSameRound ? 1 : 0;
        if (pushedBack)
        {
            goodInARow = 0;
            if (!isSameRound)
            {
                limit = Math.Max(1, Math.Min(limit, underWay) / 2);
                sameRound = underWay - 1;
            }
        }
        else if (limit != Unbounded && ++goodInARow >= limit)
        {
            goodInARow = 0;
            limit = limit + 1 > RelaxedAt ? Unbounded : limit + 1;
        }
    }
}
