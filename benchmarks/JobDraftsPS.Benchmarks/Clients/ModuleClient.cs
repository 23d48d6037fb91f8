using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>Update-JobDraft in the real engine. Rows are made beforehand; binding, checks, records and streams are part of what is measured.</summary>
internal sealed class ModuleClient : IEditClient
{
    private readonly EngineSession session = new();
    private readonly Func<string>? journal;
    private readonly int throttleLimit;
    private int prepared;

    /// <param name="openTrain">The API base.</param>
    /// <param name="throttleLimit">For <c>-ThrottleLimit</c>.</param>
    /// <param name="journal">Gives each run a journal; null for none.</param>
    public ModuleClient(Uri openTrain, int throttleLimit, Func<string>? journal = null)
    {
        this.throttleLimit = throttleLimit;
        this.journal = journal;
        session.ConnectOpenTrain(openTrain);
    }

    /// <summary>Whether every run so far gave one record a row, in the order of the rows.</summary>
    public bool IsOrderKept { get; private set; } = true;

    /// <summary>Makes the rows, so that making them is no part of a measurement.</summary>
    public void Prepare(int count)
    {
        if (prepared != count)
        {
            session.Set("rows", DraftEdits.Rows(count));
            prepared = count;
        }
    }

    public Task SendAsync(int count)
    {
        Prepare(count);
        var records = session.Run($"$rows | Update-JobDraft -ThrottleLimit {throttleLimit}" + (journal is null ? "" : $" -JournalPath '{journal()}'"));
        IsOrderKept &= records.Count == count
            && records.Select((record, index) => (string)record.Properties["JobId"].Value == DraftEdits.Id(index + 1)).All(same => same);
        return Task.CompletedTask;
    }

    public void Dispose() => session.Dispose();
}
