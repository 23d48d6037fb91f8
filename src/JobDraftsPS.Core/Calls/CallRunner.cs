using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>
/// Takes a call from its first attempt to its outcome: waits for the quota, writes the intent, sends, repeats what may be repeated, and
/// looks before it repeats where a second one would do harm.
/// </summary>
internal sealed class CallRunner
{
    private const int MaxRepeats = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly ServiceSession session;
    private readonly TimeProvider time;
    private readonly RetryBudget budget = new();
    private readonly Random random = new();

    public CallRunner(ServiceSession session, TimeProvider time)
    {
        this.session = session;
        this.time = time;
    }

    /// <summary>Runs a call.</summary>
    /// <exception cref="JobDraftsApiException">It failed; the exception says what it left behind.</exception>
    public async Task<T> RunAsync<T>(ApiCall call, Func<ApiRequest, ApiResponse, CallFailure> readFailure, CallContext context)
        where T : class
    {
        var run = new CallProgress(call, context);
        try
        {
            var attempt = await AttemptAsync(run).ConfigureAwait(false);
            while (attempt.CanRepeat)
            {
                TellWait(run, attempt);
                if (attempt.Wait > TimeSpan.Zero)
                {
                    await Delays.For(time, attempt.Wait, context.Cancellation).ConfigureAwait(false);
                }

                context.Cancellation.ThrowIfCancellationRequested();
                attempt = await AttemptAsync(run).ConfigureAwait(false);
            }

            var (found, isUndone) = attempt.Value is null ? await LookAtLastAsync(run).ConfigureAwait(false) : default;
            attempt = found ?? attempt;
            if (attempt.Value is T value)
            {
                budget.Earn();
                return value;
            }

            throw Failure(call, attempt.Response, readFailure, run, isUndone);
        }
        finally
        {
            await SettleSharedPlaceAsync(run).ConfigureAwait(false);
        }
    }

    private async Task<Attempt> AttemptAsync(CallProgress run)
    {
        run.Attempts++;
        if (run.MayHaveArrived && run.Call.Safety.Rule != RepeatRule.SameResult && await LookAsync(run).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        if (run.Call.Safety.Adds is { } entries && !run.Context.HasSent)
        {
            await run.Context.Ledger.RememberAsync(entries, session.Service, session.Account, run.Context).ConfigureAwait(false);
        }

        var ticket = await EnterAsync(run).ConfigureAwait(false);
        ApiResponse? response = null;
        try
        {
            await PrepareAsync(run).ConfigureAwait(false);
            response = await SendAsync(run).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(run, ticket, response).ConfigureAwait(false);
        }

        return await JudgeAsync(run, response).ConfigureAwait(false);
    }

    /// <summary>Reads the state instead of sending: the answer when the call was done already, null when it was not.</summary>
    private async Task<Attempt?> LookAsync(CallProgress run)
    {
        var safety = run.Call.Safety;
        if (safety.Look is null)
        {
            throw ApiErrors.NobodyKnows(session.Service, run.Call.Request, safety.HowToLook, null);
        }

        JsonElement? state;
        try
        {
            state = await safety.Look(run.Context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException failed)
        {
            throw ApiErrors.NobodyKnows(session.Service, run.Call.Request, safety.HowToLook, failed);
        }

        run.MayHaveArrived = false;
        run.HasLooked = true;
        if (state is not { } done || run.Call.Read(done) is not { } value)
        {
            run.Context.Log.Verbose($"The reply to {run.Call.Request.Purpose} was lost; the state shows that it was not done.");
            return null;
        }

        run.Context.Reconciled = true;
        TakeAnswer(run, done);
        run.Context.Log.Verbose($"The reply to {run.Call.Request.Purpose} was lost; the state shows that it was done.");
        return new Attempt(ApiResponse.FromLook, value, false, default, null);
    }

    /// <summary>The last reply may be lost too. Where this look fails as well, the failure of the call itself says more.</summary>
    private async Task<(Attempt? Found, bool IsUndone)> LookAtLastAsync(CallProgress run)
    {
        if (!run.MayHaveArrived || run.Call.Safety.Rule != RepeatRule.LookFirst)
        {
            return default;
        }

        try
        {
            var found = await LookAsync(run).ConfigureAwait(false);
            return (found, found is null);
        }
        catch (JobDraftsApiException)
        {
            return default;
        }
    }

    private async ValueTask<PacerTicket> EnterAsync(CallProgress run)
    {
        var use = run.Call.Quota;
        if (run.SharedPlace is { } shared)
        {
            await session.Pacer.EnterAgainAsync(run.Context.Cancellation).ConfigureAwait(false);
            return shared;
        }

        try
        {
            var ticket = await session.Pacer.EnterAsync(use, session.RuleOf(use), session.Paced(run.Call.Request.Purpose), run.Context).ConfigureAwait(false);
            run.SharedPlace = use.PerCall ? ticket : null;
            return ticket;
        }
        catch (JobDraftsApiException quota) when (run.MayHaveArrived)
        {
            // The wait is for a repetition: an earlier attempt may have been done.
            throw ApiErrors.NobodyKnows(session.Service, run.Call.Request, run.Call.Safety.HowToLook, quota);
        }
    }

    private static async ValueTask PrepareAsync(CallProgress run)
    {
        if (!run.Call.Request.IsWrite)
        {
            return;
        }

        if (run.Context is { HasSent: false, BeforeSend: { } intent })
        {
            await intent().ConfigureAwait(false);
        }

        run.Context.HasSent = true;
        run.Context.Attempts++;
    }

    private async Task<ApiResponse> SendAsync(CallProgress run)
    {
        try
        {
            return await session.SendAsync(run.Call.Request, run.Context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException local) when (run.MayHaveArrived)
        {
            // What stops this attempt here says nothing of the attempt before it.
            throw ApiErrors.NobodyKnows(session.Service, run.Call.Request, run.Call.Safety.HowToLook, local);
        }
        catch (OperationCanceledException) when (!run.Context.Cancellation.IsCancellationRequested)
        {
            // Nobody stopped the run: the connection was ended under it, and a row must not vanish for that.
            return NoAnswer(TransportFailure.Lost);
        }
        catch (ObjectDisposedException)
        {
            return NoAnswer(TransportFailure.NeverLeft);
        }

        static ApiResponse NoAnswer(TransportFailure failure) => new(failure, "the connection was disconnected");
    }

    private async ValueTask LeaveAsync(CallProgress run, PacerTicket ticket, ApiResponse? response)
    {
        session.Pacer.Leave(response?.Status is 429 or 503);
        var arrived = response is null ? run.Context.HasSent || !run.Call.Request.IsWrite : response.Failure != TransportFailure.NeverLeft;
        var counted = arrived && (response is null || response.Failure != TransportFailure.None || ticket.Use.Counts(response));
        if (ticket.Use.PerCall)
        {
            // A repeat that finds the work done says so because an attempt before it did it.
            var foundDone = response is { IsSuccess: true } && run is { MayHaveArrived: true, Context.SentBefore: false };
            run.Counted |= foundDone || counted;
        }
        else
        {
            await session.Pacer.SettleAsync(ticket, counted, session.Now).ConfigureAwait(false);
        }
    }

    private Task SettleSharedPlaceAsync(CallProgress run) => run.SharedPlace is { } ticket
        ? session.Pacer.SettleAsync(ticket, run.Counted, session.Now)
        : Task.CompletedTask;

    private async ValueTask<Attempt> JudgeAsync(CallProgress run, ApiResponse response)
    {
        var call = run.Call;
        if (response.IsSuccess)
        {
            if (Read(run, response) is { } value)
            {
                return new Attempt(response, value, false, default, null);
            }

            if (call.ReadBare?.Invoke(response) is { } bare)
            {
                return new Attempt(response, bare, false, default, null);
            }

            if (run.OtherJob is not null && !call.Request.IsWrite)
            {
                return new Attempt(response, null, false, default, null);
            }

            return SuccessBody.SaysDone(call.Request, response)
                ? new Attempt(response, await KnownAsync(run, response).ConfigureAwait(false), false, default, null)
                : Repeat(run, response, "the answer could not be read");
        }

        if (response.Status == 429)
        {
            await PauseAsync(run, response).ConfigureAwait(false);
            return new Attempt(response, null, run.Attempts <= MaxRepeats, default, "too many requests");
        }

        if (response.Failure == TransportFailure.NeverLeft)
        {
            return new Attempt(response, null, MayRepeat(run), BackOff(run, null), "no connection");
        }

        if (response.Failure == TransportFailure.OtherProtocol)
        {
            // It will not learn to speak otherwise.
            run.MayHaveArrived |= call.Request.IsWrite;
            return new Attempt(response, null, false, default, null);
        }

        if (response.Failure != TransportFailure.None || response.Status is >= 500 or 408)
        {
            return Repeat(run, response, response.Failure == TransportFailure.None ? $"HTTP {response.Status}" : "the reply was lost");
        }

        // A change of status that is refused after its first reply was lost may be refused because the first one was done.
        if (run.HasLooked && call.Safety.Rule == RepeatRule.LookFirst && response.Status is >= 400 and < 500
            && await LookAsync(run).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        return new Attempt(response, null, false, default, null);
    }

    /// <summary>What a good answer holds, itself or inside the envelope that some servers put around it; null when it is not what it should be.</summary>
    private object? Read(CallProgress run, ApiResponse response)
    {
        foreach (var body in SuccessBody.Candidates(response, run.Call.TakesArray))
        {
            if (run.Call.Read(body) is { } value)
            {
                if (OtherJob(run.Call.Request, value) is { } other)
                {
                    // The asked id decides: what is of another job is no answer to this call.
                    run.OtherJob = other;
                    continue;
                }

                if (run.Call.Request.IsWrite)
                {
                    TakeAnswer(run, body);
                    TellContradiction(run, body);
                }

                return value;
            }
        }

        return null;
    }

    /// <summary>The job that an answer is of, where it is not the one that was asked for.</summary>
    private static string? OtherJob(ApiRequest request, object value)
    {
        var answered = value switch { JobRecord record => record.JobId, IOfJob read => read.JobId, _ => null };
        return request.JobId is { } asked && answered is { Length: > 0 } && !string.Equals(asked, answered, StringComparison.OrdinalIgnoreCase) ? answered : null;
    }

    /// <summary>The record of a write that was done and answered without it: read back where the service can tell, else what is known here.</summary>
    private async Task<object> KnownAsync(CallProgress run, ApiResponse response)
    {
        var call = run.Call;
        run.MayHaveArrived = false;
        if (run.OtherJob is { } other)
        {
            run.Context.Contradiction = $"{session.Service} accepted {call.Request.Purpose}, but its answer is of job '{other}' and not of '{call.Request.JobId}'. Read both before you go on.";
            run.Context.Log.Warning(run.Context.Contradiction);
        }

        if (call.Known is null && call.Safety.Adds is null)
        {
            return NoRecord.Instance;
        }

        try
        {
            if (await ReadBackAsync(run).ConfigureAwait(false) is { } held && call.Read(held) is { } record && OtherJob(call.Request, record) is null)
            {
                run.Context.Log.Verbose($"{session.Service} answered {call.Request.Purpose} with status {response.Status} and without {call.Expected}; it was read instead.");
                TakeAnswer(run, held);
                TellContradiction(run, held);
                return record;
            }
        }
        catch (JobDraftsApiException failed)
        {
            run.Context.Log.Verbose($"What {session.Service} holds after {call.Request.Purpose} could not be read: {failed.Message}");
        }

        if (run.OtherJob is null)
        {
            run.Context.Log.Warning($"{session.Service} accepted {call.Request.Purpose} with status {response.Status}, but answered without {call.Expected}. It was done: do not send it again. The record shows only what is known here{Place(response)}.");
        }

        return call.Known?.Invoke() ?? NoRecord.Instance;
    }

    /// <summary>Where the service says that it stands, for an answer that says nothing else.</summary>
    private static string Place(ApiResponse response) =>
        (response.Header("Location") ?? response.Header("Content-Location")) is { Length: > 0 } place ? $"; the service says that it is at '{Bounded.Text(OneLine.Of(place))}'" : string.Empty;

    private static Task<JsonElement?> ReadBackAsync(CallProgress run) =>
        (run.Call.ReadBack ?? run.Call.Safety.Look)?.Invoke(run.Context) ?? Task.FromResult<JsonElement?>(null);

    /// <summary>An answer that contradicts the request says that one of the two is not so; which one, only another read can tell.</summary>
    private void TellContradiction(CallProgress run, JsonElement answer)
    {
        var found = run.Call.Contradictions?.Invoke(answer).ToArray() ?? [];
        if (found.Length > 0)
        {
            run.Context.Contradiction = $"{session.Service} accepted {run.Call.Request.Purpose}, but its answer says otherwise: {string.Join("; ", found)}. Read it again before you rely on either.";
            run.Context.Log.Warning(run.Context.Contradiction);
        }
    }

    private static void TakeAnswer(CallProgress run, JsonElement answer)
    {
        run.Context.Answer = answer;
        if (run.Call.Safety.Adds is { } entries)
        {
            run.Context.Ledger.Take(entries, answer);
        }
    }

    /// <summary>No usable answer: repeated where that is safe, or where looking tells what happened.</summary>
    private Attempt Repeat(CallProgress run, ApiResponse response, string why)
    {
        run.MayHaveArrived |= run.Call.Request.IsWrite;
        var said = RetryAfter.FromHeader(response);
        var allowed = run.Call.Safety.Rule != RepeatRule.Never && response.Status is not (501 or 505) && (said is null || said <= run.Context.MaxWait) && MayRepeat(run);
        return new Attempt(response, null, allowed, BackOff(run, said), why);
    }

    /// <summary>The last attempt takes nothing out of the budget: no other follows it.</summary>
    private bool MayRepeat(CallProgress run) => run.Attempts <= MaxRepeats && budget.TrySpend();

    /// <summary>Twice as long after each attempt, and not the same for all who failed together. What the service asks for is the least, never less than our own.</summary>
    private TimeSpan BackOff(CallProgress run, TimeSpan? said)
    {
        double jitter;
        lock (random)
        {
            jitter = 0.5 + random.NextDouble();
        }

        return Longer(Doubled(FirstWait, run.Attempts - 1, LongestWait, jitter), said);
    }

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest, double jitter = 1) =>
        TimeSpan.FromMilliseconds(Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, times) * jitter));

    private static TimeSpan Longer(TimeSpan own, TimeSpan? said) => said > own ? said.Value : own;

    /// <summary>Everyone on the quota waits; the next attempt stands in line for a place like any other.</summary>
    private async Task PauseAsync(CallProgress run, ApiResponse response)
    {
        var (said, limit) = run.Call.PauseOf is { } read ? new PushBack(read(response), null) : session.PushBackOf(response);
        var wait = Longer(Doubled(FirstPause, run.Pauses++, LongestPause), said);
        await session.Pacer.PauseAsync(run.Call.Quota.Name, wait, limit, session.Now).ConfigureAwait(false);
        await SettleSharedPlaceAsync(run).ConfigureAwait(false);
        run.SharedPlace = null;
    }

    private JobDraftsApiException Failure(ApiCall call, ApiResponse response, Func<ApiRequest, ApiResponse, CallFailure> readFailure, CallProgress run, bool isUndone)
    {
        if (response.Failure != TransportFailure.None)
        {
            return ApiErrors.NoAnswer(session.Service, call.Request, response, session.BaseUri, session.Timeout, run.MayHaveArrived || isUndone, call.Safety.HowToLook);
        }

        if (response.IsSuccess && run.OtherJob is { } other)
        {
            return ApiErrors.OtherJob(session.Service, call.Request, response, other);
        }

        if (response.IsSuccess)
        {
            return ApiErrors.Unreadable(session.Service, call.Request, response, call.Expected);
        }

        var failure = readFailure(call.Request, response);
        if (isUndone)
        {
            failure = failure.With(CallOutcome.Refused, "A look at the service shows that it was not done: run it again later.");
        }
        else if (run.MayHaveArrived && response.Status is not (400 or 413 or 422))
        {
            // The content was the same each time, so a refusal of the content holds for all attempts; one for the state of things does not.
            failure = failure.With(CallOutcome.Unknown, call.Safety.HowToLook);
        }

        if (run.Context.Log.Shows(CallLogLevel.Debug) && Bounded.WholeOf(failure) is { } whole)
        {
            run.Context.Log.Debug($"{session.Service} said to {call.Request.Purpose}: {whole}");
        }

        if (failure is not { Outcome: CallOutcome.Applied, Answer: { } answer })
        {
            return ApiErrors.Refused(session.Service, call.Request, response, failure);
        }

        // Done, and still an error: the record goes out like any other, and a journal keeps it.
        run.Context.Answer = answer;
        return ApiErrors.Refused(session.Service, call.Request, response, failure, call.Read(answer));
    }

    private static void TellWait(CallProgress run, Attempt attempt)
    {
        var wait = attempt.Wait > TimeSpan.Zero
            ? string.Format(CultureInfo.InvariantCulture, "Waiting {0:0.0} s, then trying", attempt.Wait.TotalSeconds)
            : "Trying";
        run.Context.Log.Verbose($"{wait} {run.Call.Request.Purpose} again ({run.Attempts + 1}. attempt): {attempt.Why}.");
    }
}
