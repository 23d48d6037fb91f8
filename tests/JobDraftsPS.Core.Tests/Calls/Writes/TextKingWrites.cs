using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

internal static class TextKingWrites
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Translation = "aaaaaaaa-0000-4000-8000-000000000001";

    public static IReadOnlyList<WriteCase> All { get; } =
    [
        new(
            "translation edit",
            JobService.TextKing,
            WriteRule.SameResult,
            "PUT",
            connection => new TextKingClient(connection).Update(new JobEdit(Translation, [new FieldChange("briefing", "Keep it short.")], Project)),
            async world => (string?)(await world.LookAsync($"/project/{Project}/job/{Translation}"))["briefing"] == "Keep it short." ? 1 : 0),
    ];
}
