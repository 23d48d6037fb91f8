using System.Text.Json.Nodes;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

internal static class TextKingWrites
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Translation = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string JobPath = $"/project/{Project}/job/{Translation}";
    private const string Name = "Made once";
    private const string Url = "https://hooks.example.org/once";

    public static IReadOnlyList<WriteCase> All { get; } =
    [
        new(
            "translation edit",
            JobService.TextKing,
            WriteRule.SameResult,
            "PUT",
            connection => new TextKingClient(connection).Update(new JobEdit(Translation, [new FieldChange("briefing", "Keep it short.")], Project)),
            async world => (string?)(await world.LookAsync(JobPath))["briefing"] == "Keep it short." ? 1 : 0),
        new(
            "project edit",
            JobService.TextKing,
            WriteRule.SameResult,
            "PUT",
            connection => new TextKingClient(connection).UpdateProject(Project, [new FieldChange("name", Name)]),
            async world => (string?)(await world.LookAsync("/project/" + Project))["name"] == Name ? 1 : 0),
        new(
            "project start",
            JobService.TextKing,
            WriteRule.LookFirst,
            "PUT",
            connection => new TextKingClient(connection).Start(Project),
            world => InStateAsync(world, "running"),
            Project) { ArrangeAsync = MakeReadyAsync },
        new(
            "project cancel",
            JobService.TextKing,
            WriteRule.LookFirst,
            "PUT",
            connection => new TextKingClient(connection).Cancel(Project),
            world => InStateAsync(world, "canceled"),
            Project),
        new(
            "project create",
            JobService.TextKing,
            WriteRule.LookFirst,
            "POST",
            connection => new TextKingClient(connection).CreateProject([new FieldChange("name", Name), new FieldChange("due_date", "2026-05-04")]),
            world => CountAsync(world, "/projects", "name", Name),
            "Get-TranslationProject") { TakesList = true },
        new(
            "project delete",
            JobService.TextKing,
            WriteRule.LookFirst,
            "DELETE",
            connection => new TextKingClient(connection).DeleteProject(Project),
            async world => 1 - await CountAsync(world, "/projects", "id", Project),
            Project) { AnswersNothing = true },
        new(
            "translation create",
            JobService.TextKing,
            WriteRule.LookFirst,
            "POST",
            connection => new TextKingClient(connection).CreateJob(Project,
            [
                new FieldChange("name", Name),
                new FieldChange("source_language", "en"),
                new FieldChange("target_language", "fr"),
                new FieldChange("quality", "translation"),
                new FieldChange("topic", "49353AB0-FDBF-4E1C-A063-CDF4AAD98782"),
                new FieldChange("is_active", false),
            ]),
            world => CountAsync(world, $"/project/{Project}/jobs", "name", Name),
            Project) { TakesList = true },
        new(
            "translation delete",
            JobService.TextKing,
            WriteRule.LookFirst,
            "DELETE",
            connection => new TextKingClient(connection).DeleteJob(Project, Translation),
            async world => 1 - await CountAsync(world, $"/project/{Project}/jobs", "id", Translation),
            Translation) { AnswersNothing = true },
        new(
            "callback create",
            JobService.TextKing,
            WriteRule.LookFirst,
            "POST",
            connection => new TextKingClient(connection).CreateCallback(Project, Translation, [new FieldChange("url", Url), new FieldChange("trigger_state", "completed")]),
            world => CountAsync(world, JobPath + "/callbacks", "url", Url),
            Translation) { TakesList = true },
        new(
            "callback edit",
            JobService.TextKing,
            WriteRule.SameResult,
            "PUT",
            connection => new TextKingClient(connection).UpdateCallback(Project, Translation, CallbackId(connection), [new FieldChange("extra_data", Name)]),
            world => CountAsync(world, JobPath + "/callbacks", "extra_data", Name)) { ArrangeAsync = RegisterAsync },
        new(
            "callback delete",
            JobService.TextKing,
            WriteRule.LookFirst,
            "DELETE",
            connection => new TextKingClient(connection).DeleteCallback(Project, Translation, CallbackId(connection)),
            async world => 1 - await CountAsync(world, JobPath + "/callbacks", "url", Url),
            Translation) { ArrangeAsync = RegisterAsync, AnswersNothing = true },
        new(
            "document upload",
            JobService.TextKing,
            WriteRule.SameResult,
            "POST",
            connection => new TextKingClient(connection).Upload(Project, Translation, SourceDocument.Find(SampleFile.Of("note.txt", "Keep it very short."), null, null)),
            async world => (int?)(await world.LookAsync($"/project/{Project}/job/{Translation}"))["words"] == 4 ? 1 : 0)
        {
            AnswersNothing = true,
            ReadsRecord = true,
        },
    ];

    private static async Task<int> InStateAsync(LostReplyWorld world, string state) => (string?)(await world.LookAsync("/project/" + Project))["state"] == state ? 1 : 0;

    private static async Task<int> CountAsync(LostReplyWorld world, string list, string field, string value) =>
        ((JsonArray)(await world.LookAsync(list))["items"]!).Count(item => (string?)item![field] == value);

    /// <summary>One job with a document is left.</summary>
    private static async Task MakeReadyAsync(LostReplyWorld world)
    {
        for (var i = 2; i <= 12; i++)
        {
            Assert.True(await world.TryAsync(HttpMethod.Delete, $"/project/{Project}/job/aaaaaaaa-0000-4000-8000-{i:D12}"));
        }

        Assert.True(await world.TryAsync(HttpMethod.Post, JobPath + "/document/leaflet.txt", "one two three", "text/plain"));
    }

    private static async Task RegisterAsync(LostReplyWorld world) =>
        Assert.True(await world.TryAsync(HttpMethod.Post, JobPath + "/callbacks", $$"""{"url":"{{Url}}","trigger_state":"completed"}"""));

    private static string CallbackId(JobDraftConnection connection) =>
        ((TranslationCallback)new TextKingClient(connection).GetCallbacksAsync(Project, Translation, new CallContext(new CallLog(), TestContext.Current.CancellationToken)).GetAwaiter().GetResult().Items.Single()).CallbackId;
}
