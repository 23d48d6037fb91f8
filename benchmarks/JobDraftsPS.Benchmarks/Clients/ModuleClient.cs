using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>Update-JobDraft in the real engine. Reading the rows, binding, checks, records and streams are part of what is measured.</summary>
internal sealed class ModuleClient : IEditClient
{
    private readonly EngineSession session = new();
    private readonly Func<string>? journal;
    private readonly int throttleLimit;
    private readonly bool keepsRecords;

    /// <param name="openTrain">The API base.</param>
    /// <param name="throttleLimit">For <c>-ThrottleLimit</c>.</param>
    /// <param name="journal">Gives each run a journal; null for none.</param>
    /// <param name="keepsRecords">Whether the records are kept and their order is looked at; without it they go to Out-Null.</param>
    public ModuleClient(Uri openTrain, int throttleLimit, Func<string>? journal = null, bool keepsRecords = true)
    {
        this.keepsRecords = keepsRecords;
        this.throttleLimit = throttleLimit;
        this.journal = journal;
        session.ConnectOpenTrain(openTrain);
    }

    /// <summary>Whether every run so far gave one record a row, in the order of the rows.</summary>
    public bool IsOrderKept { get; private set; } = true;

    public Task SendAsync(int count)
    {
        session.Set("rows", DraftEdits.Rows(count));
        var script = $"$rows | Update-JobDraft -ThrottleLimit {throttleLimit}" + (journal is null ? "" : $" -JournalPath '{journal()}'");
        if (!keepsRecords)
        {
            session.Run(script + " | Out-Null");
            return Task.CompletedTask;
        }

        var records = session.Run(script);
        IsOrderKept &= records.Count == count
            && records.Select((record, index) => (string)record.Properties["JobId"].Value == DraftEdits.Id(index + 1)).All(same => same);
        return Task.CompletedTask;
    }

    public void Dispose() => session.Dispose();
}
