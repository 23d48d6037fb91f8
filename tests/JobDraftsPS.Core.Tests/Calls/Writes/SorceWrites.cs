using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Core.Tests.Calls.Writes;

internal static class SorceWrites
{
    private const string Listing = "job_s01";

    public static IReadOnlyList<WriteCase> All { get; } =
    [
        new(
            "listing publish",
            JobService.Sorce,
            WriteRule.LookFirst,
            "POST",
            connection => new SorceClient(connection).Publish(Listing),
            async world => (string?)(await world.LookAsync($"/jobs/{Listing}"))["status"] == "ACTIVE" ? 1 : 0,
            Listing),
    ];
}
