using System.Text.Json;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Plans;

/// <summary>Takes from a journal what was last written into jobs whose service does not tell.</summary>
public static class LastKnown
{
    /// <summary>Enters the last values where none is known. A value that the service told stays.</summary>
    /// <exception cref="JobDraftsApiException">It is no journal that can be read.</exception>
    public static void Add(string path, PresentState state)
    {
        try
        {
            using var scan = new JournalScan(path);
            var intents = new Dictionary<string, JournalLine>(StringComparer.Ordinal);
            var any = false;
            while (scan.Next() is { } line)
            {
                if (!any && (line.Type != JournalLine.Run || line.Version != RunJournal.Version))
                {
                    throw new InvalidDataException(line.Type != JournalLine.Run ? "it is no journal" : $"it has version {line.Version}, and this module reads version {RunJournal.Version}");
                }

                any = true;
                if (line is { Type: JournalLine.Intent, Row: { } row, Operation: "Update", JobId: not null })
                {
                    intents[row] = line;
                }
                else if (line is { Row: { } done, Outcome: nameof(CallOutcome.Applied) } && intents.TryGetValue(done, out var intent))
                {
                    Take(intent, state);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw LocalErrors.Journal(path, error.Message, "Give the path of a journal that a -JournalPath made.");
        }
    }

    private static void Take(JournalLine intent, PresentState state)
    {
        if (intent.After is not { ValueKind: JsonValueKind.Object } after || !Enum.TryParse<JobService>(intent.Service, out var service))
        {
            return;
        }

        var job = state.Know(service, intent.ProjectId, intent.JobId);
        foreach (var field in after.EnumerateObject())
        {
            if (!job.Values.ContainsKey(field.Name) || job.Remembered.Contains(field.Name))
            {
                job.Values[field.Name] = PlainJson.Read(field.Value);
                job.Remembered.Add(field.Name);
            }
        }
    }
}
