using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed partial class TextKingClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    /// <param name="connection">The connection.</param>
    public TextKingClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>The fields of a job that can be written.</summary>
    public FieldSet JobFields { get; } = TranslationJobFields.Known;

    /// <summary>The fields of a project that can be written.</summary>
    public FieldSet ProjectFields { get; } = TranslationProjectFields.Known;

    /// <summary>Asks for one project, to see whether the token is taken.</summary>
    public Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest("GET", TextKingRoutes.Projects, "the list of projects") { Query = [new("page", "1"), new("per_page", "1")] };
        return RunAsync<ConnectionTest>(new ApiCall(request, element => TextKingReader.Test(element, session.BaseUri), "a list of projects"), context);
    }

    /// <summary>Checks an id before anything is sent.</summary>
    /// <exception cref="JobDraftsApiException">It is no UUID, or has blanks around it.</exception>
    public static void RequireId(string kind, string? id)
    {
        // The platform's own reading takes blanks around an id, which would go out with it.
        if (id is null || id.Length != 36 || !Guid.TryParseExact(id, "D", out _))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{id}' is no {kind} id of TextKing: a UUID such as 0a6f7c1e-2b34-4d5e-8f90-112233445566 is needed.", SourceOfIds(kind));
        }
    }

    /// <summary>Ids are compared as UUIDs: the service writes some in upper case.</summary>
    internal static bool SameId(string left, string right) =>
        Guid.TryParse(left, out var first) && Guid.TryParse(right, out var second) ? first == second : string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string SourceOfIds(string kind) => kind switch
    {
        "project" => "Take the id from Get-TranslationProject.",
        "callback" => "Take the id from Get-TranslationCallback.",
        "topic" => "Take the id from Get-TranslationTopic.",
        "address" => "Take the id from Get-BillingAddress.",
        _ => "Take the id from Get-TranslationJob.",
    };

    /// <summary>A record of another id than the one asked for has been seen in the documentation: a slip there, a warning here.</summary>
    private static void TellOtherId(string purpose, string asked, string answered, CallContext context)
    {
        if (!SameId(answered, asked))
        {
            context.Log.Warning($"TextKing answered {purpose} with the id '{answered}'.");
        }
    }

    private Task<T> RunAsync<T>(ApiCall call, CallContext context)
        where T : class => session.RunAsync<T>(call, TextKingErrors.Read, context);

    /// <summary>A list, page by page.</summary>
    private Task<ReadPage> GetPageAsync<T>(ApiRequest list, Func<JsonElement, T?> read, Func<T, string> idOf, CallContext context)
        where T : class
    {
        return PageAsync(1, null, context);

        async Task<ReadPage> PageAsync(int number, string? firstBefore, CallContext current)
        {
            var size = TextKingAssumptions.PageSize;
            var request = list.WithQuery([.. list.Query, new("page", number.ToString(CultureInfo.InvariantCulture)), new("per_page", size.ToString(CultureInfo.InvariantCulture))]);
            var page = await RunAsync<ListPage<T>>(new ApiCall(request, element => TextKingReader.Page(element, read, number, size), "a list of records with their ids"), current).ConfigureAwait(false);
            var first = page.Items.Count > 0 ? idOf(page.Items[0]) : null;
            if (first is not null && first == firstBefore)
            {
                // A server that gives the same page for every number would be asked for ever.
                return ReadPage.Of();
            }

            return new ReadPage(page.Items, page.More ? next => PageAsync(number + 1, first, next) : null);
        }
    }

    /// <summary>One record as it came.</summary>
    private async Task<JsonElement?> ReadRawAsync(ApiRequest request, Func<JsonElement, object?> read, string expected, CallContext context)
    {
        var call = new ApiCall(request, element => read(element) is null ? null : new ListEntry(string.Empty, element), expected);
        return (await RunAsync<ListEntry>(call, context).ConfigureAwait(false)).Body;
    }

    /// <summary>All entries of a list as they came.</summary>
    private async Task<EntryList> EntriesAsync(ApiRequest list, CallContext context)
    {
        var entries = await AllAsync<ListEntry>(GetPageAsync(list, element => CreatedEntry.IdOf(element) is { } id ? new ListEntry(id, element) : null, entry => entry.Key, context), context).ConfigureAwait(false);
        // The documented end of its pages: one that is not full, or that repeats the first.
        return new EntryList([.. entries.Select(entry => entry.Body)], IsWhole: true);
    }

    /// <summary>All records of a list.</summary>
    private static async Task<IReadOnlyList<T>> AllAsync<T>(Task<ReadPage> firstPage, CallContext context)
    {
        var all = new List<T>();
        for (var page = await firstPage.ConfigureAwait(false); ; page = await page.Next(context).ConfigureAwait(false))
        {
            all.AddRange(page.Items.Cast<T>());
            if (page.Next is null)
            {
                return all;
            }
        }
    }

    private sealed record ListEntry(string Key, JsonElement Body);
}
