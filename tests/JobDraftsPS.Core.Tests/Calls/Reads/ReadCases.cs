using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Calls.Reads;

/// <summary>A read of each kind: one record, a page of a list, what a check before a write reads.</summary>
internal static class ReadCases
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Translation = "aaaaaaaa-0000-4000-8000-000000000001";

    public static IReadOnlyList<ReadCase> All { get; } =
    [
        new("draft capabilities", JobService.OpenTrain, async (connection, context) => (await new OpenTrainClient(connection).GetCapabilitiesAsync(true, context)).UpdateKeys is { Length: > 0 } keys ? string.Join(" ", keys) : null),
        new("own jobs", JobService.OpenTrain, async (connection, context) => string.Join(' ', (await new OpenTrainClient(connection).Mine(["DRAFT", "OPEN"]).ListAsync(context)).Items)),
        new("job search", JobService.OpenTrain, async (connection, context) => string.Join(' ', (await new OpenTrainClient(connection).Search(new JobSearch())(context)).Items)),
        new("translation", JobService.TextKing, async (connection, context) => (await new TextKingClient(connection).GetJobAsync(Project, Translation, context)).JobId),
        new("translation projects", JobService.TextKing, async (connection, context) => string.Join(' ', (await new TextKingClient(connection).GetProjectsAsync(null, context)).Items)),
        new("translation languages", JobService.TextKing, async (connection, context) => string.Join(' ', (await new TextKingClient(connection).GetLanguagesAsync(true, false, null, context)).Items)),
        new("listing", JobService.Sorce, async (connection, context) => (await new SorceClient(connection).GetListingAsync("job_live01", context)).JobId),
        new("listings", JobService.Sorce, async (connection, context) => string.Join(' ', (await new SorceClient(connection).GetListingsAsync(context)).Items)),
    ];

    public static ReadCase Of(string name) => All.Single(read => read.Name == name);
}
