using System.Text.Json.Nodes;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

internal static class OpenTrainWrites
{
    private const string Draft = "ot-draft-01";
    private const string ReadyDraft = "ot-draft-07";
    private const string Live = "ot-live-01";

    public static IReadOnlyList<WriteCase> All { get; } =
    [
        new(
            "draft create",
            JobService.OpenTrain,
            WriteRule.SameResult,
            "POST",
            connection => new OpenTrainClient(connection).Create(DraftImport.FromText("Outline bridges in forty pictures.")),
            async world => (await MineAsync(world)).Count(job => ((string)job!["id"]!).StartsWith("otj-", StringComparison.Ordinal))),
        new(
            "draft edit",
            JobService.OpenTrain,
            WriteRule.SameResult,
            "PATCH",
            connection => new OpenTrainClient(connection).Update(new JobEdit(Draft, [new FieldChange("experienceLevel", "EXPERT")]), null),
            PublishesAsync),
        new(
            "draft publish",
            JobService.OpenTrain,
            WriteRule.SameResult,
            "POST",
            connection => new OpenTrainClient(connection).Publish(ReadyDraft, null),
            async world => (await MineAsync(world)).Count(job => (string?)job!["id"] == ReadyDraft && (string?)job["status"] == "OPEN")),
        new(
            "live edit",
            JobService.OpenTrain,
            WriteRule.Never,
            "PATCH",
            connection => new OpenTrainClient(connection).UpdateLive(new JobEdit(Live, [new FieldChange("pricePerLabel", 0.07m)]), null),
            async world => (decimal)(await world.LookAsync($"/jobs/{Live}"))["pay"]!["perLabelRate"]! == 0.07m ? 1 : 0,
            Live),
        new(
            "job close",
            JobService.OpenTrain,
            WriteRule.SameResult,
            "POST",
            connection => new OpenTrainClient(connection).Close(Live, null),
            async world => (await MineAsync(world)).Count(job => (string?)job!["id"] == Live && (string?)job["status"] == "ARCHIVED")),
    ];

    private static async Task<JsonArray> MineAsync(LostReplyWorld world) => (JsonArray)(await world.LookAsync("/jobs/mine?limit=100"))["jobs"]!;

    /// <summary>A draft's fields cannot be read: only one that has the edit is complete enough to be published.</summary>
    private static async Task<int> PublishesAsync(LostReplyWorld world) =>
        await world.TryAsync(HttpMethod.Post, $"/jobs/{Draft}/publish") && (string?)(await world.LookAsync($"/jobs/{Draft}"))["experienceLevel"] == "Expert" ? 1 : 0;
}
