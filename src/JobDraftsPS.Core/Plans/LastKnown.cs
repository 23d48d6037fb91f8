using System.Text.Json;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Plans;

/// <summary>Takes from a journal what was last written into jobs whose service does not tell.</summary>
public static class LastKnown
{
    /// <summary>Enters the last values where none is known. A value that the service told stays.</summary>
    /// <exception cref="JobDraftsApiException">It is no journal that can be read.</exception>
    public static void Add(string path, PlanSnapshot state)
    {
        foreach (var deed in JournalHistory.Read(path).All.Where(deed => deed is { Operation: "Update", Outcome: CallOutcome.Applied, JobId: not null, After.ValueKind: JsonValueKind.Object }))
        {
            var job = state.Know(deed.Service, deed.ProjectId, deed.JobId);
            foreach (var field in deed.After!.Value.EnumerateObject().Where(field => !job.Values.ContainsKey(field.Name) || job.Remembered.Contains(field.Name)))
            {
                job.Values[field.Name] = PlainJson.Read(field.Value);
                job.Remembered.Add(field.Name);
            }
        }
    }
}
