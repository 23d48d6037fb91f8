using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class SorceClient
{
    private readonly ServiceSession session;
    private readonly bool followsCursor;
    private readonly ListingSets sets = new();

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="followsCursor">Whether the list is asked for page by page where it has a cursor; off until a page of the documentation confirms it.</param>
    public SorceClient(JobDraftConnection connection, bool followsCursor = SorceAssumptions.FollowsCursor)
    {
        session = ServiceSession.Of(connection);
        this.followsCursor = followsCursor;
        Edits = new ListingEdits(sets);
    }

    /// <summary>The fields of a listing that can be written.</summary>
    public FieldSet Fields { get; } = ListingFields.Known;

    /// <summary>The same fields without their lists of values: the service decides.</summary>
    public FieldSet UncheckedFields { get; } = ListingFields.Unchecked(ListingFields.Known);

    /// <summary>Decides what edits send.</summary>
    public ListingEdits Edits { get; }

    /// <summary>Nothing to join or leave a set yet.</summary>
    public ListingMerges NewMerges() => new(sets);

    /// <summary>The present states of the listings of one run.</summary>
    /// <param name="known">What the caller has read before.</param>
    public ListingStates NewStates(IEnumerable<JobListing> known) => new(this, known);

    /// <summary>One listing.</summary>
    public async Task<JobListing> GetListingAsync(string jobId, CallContext context) => (await GetStateAsync(jobId, context).ConfigureAwait(false)).Listing;

    /// <summary>The company's listings, as pages.</summary>
    public Task<ReadPage> GetListingsAsync(CallContext context) => PageAsync(null, context);

    /// <summary>Places by a part of their name.</summary>
    /// <param name="text">A part of the name, such as a city.</param>
    /// <param name="country">The country; the service's usual one when null.</param>
    /// <param name="context">How the call waits and reports.</param>
    public Task<JobLocation[]> FindLocationsAsync(string text, string? country, CallContext context)
    {
        if (SorceAssumptions.SearchNeedsText && ListingSets.IsEmpty(text))
        {
            throw LocalErrors.BadValue(JobService.Sorce, "q: A part of the place's name is needed.", "Give the name of a city, such as Tulsa.");
        }

        var query = new List<KeyValuePair<string, string>> { new("q", text) };
        if (country is not null)
        {
            query.Add(new("country", country));
        }

        var request = new ApiRequest("GET", SorceRoutes.Locations, $"the search for the place '{text}'") { Query = query };
        return RunAsync<JobLocation[]>(Call(request, SorceReader.Places, "a list of places with their ids"), context);
    }

    /// <summary>The one place that a name means.</summary>
    /// <exception cref="JobDraftsApiException">It means none, or several; the message lists them.</exception>
    public async Task<JobLocation> LookUpAsync(string text, CallContext context)
    {
        var found = await FindLocationsAsync(text, null, context).ConfigureAwait(false);
        var named = found.Where(place => Means(place, text)).ToArray();
        return named.Length == 1 ? named[0]
            : found.Length == 1 ? found[0]
            : found.Length == 0 ? throw ListingRefusals.NoPlace(text)
            : throw ListingRefusals.ManyPlaces(text, found, found.Length >= SorceAssumptions.MaxSearchItems);
    }

    /// <summary>Makes a listing, a draft or a live one. Two calls make two.</summary>
    public JobWrite Create(ListingEdit edit)
    {
        var request = new ApiRequest("POST", SorceRoutes.Jobs, "the making of a listing") { Json = edit.Json };
        var sent = JsonText.TryParse(Encoding.UTF8.GetBytes(edit.Json))!.Value;
        var entries = new CreateLookup("listings", ReadAllAsync, entry => SorceReader.Listing(entry)?.JobId, entry => ListingMatch.Holds(entry, sent), StringComparer.Ordinal)
        {
            MayRepeat = !(sent.TryGetProperty("publish", out var live) && live.ValueKind == JsonValueKind.True),
        };
        return Write(request, answer => ListingMatch.Differences(answer, sent), () => new JobListing { Title = TitleOf(sent) }, CallSafety.Adopt(entries, "Look at the listings (Get-JobListing, or Sorce's dashboard): if the new one is not there, run the row again."), "Create", null, sent);
    }

    /// <summary>Writes fields of a listing; sets are replaced whole.</summary>
    public JobWrite Update(ListingEdit edit)
    {
        var request = new ApiRequest("PATCH", SorceRoutes.Job, $"the update of listing '{edit.JobId}'", edit.JobId!) { Json = edit.Json };
        var sent = JsonText.TryParse(Encoding.UTF8.GetBytes(edit.Json))!.Value;
        return Write(request, answer => ListingMatch.Differences(answer, sent), () => new JobListing { JobId = edit.JobId!, Title = TitleOf(sent) }, CallSafety.SameResult, "Update", edit.JobId, sent);
    }

    /// <summary>Takes a draft live.</summary>
    public JobWrite Publish(string jobId) =>
        Change(jobId, SorceRoutes.Publish, "Publish", "publication", "if it is still a draft, publish it again", status => status != SorceValues.Draft);

    /// <summary>Hides a live listing; its 30 days go on.</summary>
    public JobWrite Suspend(string jobId) =>
        Change(jobId, SorceAssumptions.PauseVerb, "Suspend", "pause", "if it is still active, pause it again", status => status == SorceValues.Paused);

    /// <summary>Shows a paused listing again.</summary>
    public JobWrite Resume(string jobId) =>
        Change(jobId, SorceAssumptions.ResumeVerb, "Resume", "resumption", "if it is still paused, resume it again", status => status == SorceValues.Active);

    /// <summary>Ends a listing for good.</summary>
    public JobWrite Close(string jobId) =>
        Change(jobId, SorceAssumptions.CloseVerb, "Close", "closing", "if it is not closed, close it again", status => status == SorceValues.Closed);

    /// <summary>Looks a place up, to see whether the key is taken: the smallest documented read.</summary>
    public Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Locations, "a search for a location") { Query = [new("q", "Boise")] };
        return RunAsync<ConnectionTest>(Call(request, element => SorceReader.Test(element, session.BaseUri), "a list of locations"), context);
    }

    internal Task<ListingState> GetStateAsync(string jobId, CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Job, $"the read of listing '{jobId}'", jobId);
        return RunAsync<ListingState>(Call(request, SorceReader.State, "the listing's id"), context);
    }

    /// <summary>All listings, as far as the service lists them.</summary>
    internal async Task<ListingPage> GetAllStatesAsync(CallContext context)
    {
        var states = new List<ListingState>();
        for (string? cursor = null; ;)
        {
            var page = await GetStatesAsync(cursor, context).ConfigureAwait(false);
            states.AddRange(page.States);
            if (page.NextCursor is not { } next || next == cursor)
            {
                return new ListingPage(states, null, page.IsCut, page.IsWhole);
            }

            cursor = next;
        }
    }

    private async Task<ListingPage> GetStatesAsync(string? cursor, CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Jobs, "the list of listings") { Query = cursor is null ? [] : [new("cursor", cursor)] };
        var page = await RunAsync<ListingPage>(Call(request, element => SorceReader.Page(element, followsCursor), "a list of listings with their ids", takesArray: true), context).ConfigureAwait(false);
        if (page.IsCut)
        {
            context.Log.Warning($"Sorce has more listings than the {page.States.Count} that it listed; its documentation does not say how to ask for the rest. Name the others by their ids.");
        }

        return page;
    }

    private static bool Means(JobLocation place, string text) =>
        Same(place.DisplayName, text) || Same($"{place.City}, {place.StateProvince}", text);

    private static bool Same(string? name, string text) => string.Equals(Words(name), Words(text), StringComparison.OrdinalIgnoreCase);

    private static string Words(string? text) => string.Join(" ", (text ?? string.Empty).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private async Task<EntryList> ReadAllAsync(CallContext context)
    {
        var all = await GetAllStatesAsync(context).ConfigureAwait(false);
        return new EntryList([.. all.States.Select(state => state.Raw)], all.IsWhole);
    }

    private async Task<ReadPage> PageAsync(string? cursor, CallContext context)
    {
        var page = await GetStatesAsync(cursor, context).ConfigureAwait(false);
        return new ReadPage([.. page.States.Select(state => state.Listing)], page.NextCursor is { } next && next != cursor ? later => PageAsync(next, later) : null);
    }

    /// <summary>A change of status. A second call is refused, so after a lost reply the listing is read instead.</summary>
    private JobWrite Change(string jobId, string verb, string operation, string noun, string advice, Func<string, bool> isDone)
    {
        var request = new ApiRequest("POST", SorceRoutes.Change(verb), $"the {noun} of listing '{jobId}'", jobId);
        var safety = CallSafety.LookFirst(context => ReadIfAsync(isDone, jobId, context), $"Open listing '{jobId}' in Sorce's dashboard: {advice}.");
        return Write(request, Moved, () => new JobListing { JobId = jobId }, safety, operation, jobId);

        IEnumerable<string> Moved(JsonElement answer) => new RecordReader(answer).Text("status") is { } status && !isDone(status) ? [$"the status is {status}"] : [];
    }

    /// <summary>The listing, if it has the status that the lost call was to bring about.</summary>
    private async Task<JsonElement?> ReadIfAsync(Func<string, bool> isDone, string jobId, CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Job, $"the read of listing '{jobId}'", jobId);
        var call = Call(request, element => SorceReader.State(element) is { Listing.Status: not null } state ? state : null, "the listing's status");
        var found = await RunAsync<ListingState>(call, context).ConfigureAwait(false);
        return isDone(found.Listing.Status!) ? found.Raw : null;
    }

    private static string? TitleOf(JsonElement sent) => new RecordReader(sent).Text("title");

    /// <summary>A write that brings a listing. No page shows what an edit answers, so any success is one, and the listing is read where it is not in the answer.</summary>
    private JobWrite Write(ApiRequest request, Func<JsonElement, IEnumerable<string>> contradictions, Func<JobListing> known, CallSafety safety, string operation, string? jobId, JsonElement? sent = null)
    {
        var call = new ApiCall(request, SorceReader.Listing, "the listing's id")
        {
            Quota = SorceQuotas.Request,
            Safety = safety,
            PauseOf = SorceErrors.WaitOf,
            Contradictions = contradictions,
            ReadBack = jobId is null ? null : async context => (await GetStateAsync(jobId, context).ConfigureAwait(false)).Raw,
            Known = known,
        };
        return new JobWrite(session, call, SorceErrors.Read, operation, null, jobId) { Check = sent is { } body ? context => TellKindless(body, request.Purpose, context) : null };
    }

    /// <summary>The public sample of a qualification has no kind, and no page says what the service makes of one without.</summary>
    private static Task TellKindless(JsonElement sent, string purpose, CallContext context)
    {
        var kindless = new RecordReader(sent).Items(SorceValues.Qualifications)
            .Where(entry => entry.ValueKind == JsonValueKind.Object && !entry.TryGetProperty("kind", out _))
            .Select(entry => new RecordReader(entry).Text("text")).ToArray();
        if (kindless.Length > 0)
        {
            context.Log.Warning($"In {purpose} no kind is given for {string.Join(", ", kindless.Select(text => $"'{text}'"))}: Sorce decides whether that counts as {SorceValues.Required}.");
        }

        return Task.CompletedTask;
    }

    private static ApiCall Call(ApiRequest request, Func<JsonElement, object?> read, string expected, bool takesArray = false) => new(request, read, expected)
    {
        Quota = SorceQuotas.Request,
        PauseOf = SorceErrors.WaitOf,
        TakesArray = takesArray,
    };

    private Task<T> RunAsync<T>(ApiCall call, CallContext context)
        where T : class => session.RunAsync<T>(call, SorceErrors.Read, context);
}
