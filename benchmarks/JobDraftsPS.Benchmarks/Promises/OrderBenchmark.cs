using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>Two edits of one job: the later one is what the service holds afterwards.</summary>
internal static class OrderBenchmark
{
    private const int Jobs = 500;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var runs = arguments.Number("order-runs", 5);
        var folder = Scratch.Folder();
        var drafts = Enumerable.Range(1, Jobs).Select(number => string.Create(CultureInfo.InvariantCulture, $"twice-{number:D3}")).ToArray();
        SandboxPanel.WriteDrafts(Path.Combine(folder, "data.json"), drafts);
        using var server = await ServerProcess.StartSandboxAsync(("latency", 2), ("data", Path.Combine(folder, "data.json")));
        var panel = await SandboxPanel.OpenAsync(server);
        var translations = await panel.CreateTranslationsAsync(Jobs);
        using var session = new EngineSession();
        session.ConnectSandbox(server.Address);
        session.Set("projectId", SandboxPanel.ProjectId);
        var lost = 0;
        for (var run = 1; run <= runs; run++)
        {
            await panel.ClearRequestsAsync();
            session.Set("translations", Rows(translations, "name", run));
            session.Set("drafts", Rows(drafts, "jobTitle", run));
            session.Run("""
                $null = $translations | Set-TranslationJob -ProjectId $projectId -ThrottleLimit 16
                $null = $drafts | Update-JobDraft -ThrottleLimit 16
                """);
            var names = await panel.TranslationNamesAsync();
            var titles = await panel.DraftsAsync();
            var sent = LastSent(await panel.RequestsAsync());
            lost += translations.Count(id => names[id] != Later(run));
            lost += drafts.Count(id => titles[id].Title != Later(run) || sent[id] != Later(run));
            Progress.Tell($"order: run {run} of {runs}, {lost} later edits lost so far");
        }

        var edits = (2 * Jobs * runs).ToString("N0", CultureInfo.InvariantCulture);
        return [new($"{Jobs} ids with two edits each, ThrottleLimit 16, {edits} jobs in all: the later edit is what the service holds", "every time", $"{lost} lost", lost == 0)];
    }

    private static string Earlier(int run) => $"earlier {run}";

    private static string Later(int run) => $"later {run}";

    /// <summary>The two edits of a job come one right after the other: nothing else keeps them apart.</summary>
    private static PSObject[] Rows(IEnumerable<string> ids, string field, int run) =>
        [.. ids.SelectMany(id => new[] { Row(id, field, Earlier(run)), Row(id, field, Later(run)) })];

    private static PSObject Row(string id, string field, string value)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("jobId", id));
        row.Properties.Add(new PSNoteProperty(field, value));
        return row;
    }

    /// <summary>The title that came last for each draft, by the order of arrival.</summary>
    private static Dictionary<string, string> LastSent(IReadOnlyList<JsonElement> requests)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var request in requests.Where(request => request.GetProperty("method").GetString() == "PATCH"))
        {
            using var body = JsonDocument.Parse(request.GetProperty("body").GetString()!);
            last[request.GetProperty("target").GetString()!.Split('/')[^1]] = body.RootElement.GetProperty("jobTitle").GetString()!;
        }

        return last;
    }
}
