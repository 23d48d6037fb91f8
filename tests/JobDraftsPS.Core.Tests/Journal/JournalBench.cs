using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>Runs over rows with a journal, as a cmdlet makes them, without the cmdlet.</summary>
internal sealed class JournalBench : IDisposable
{
    public const string Command = "Update-JobDraft";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-journal-");

    public JournalBench(Func<SentRequest, HttpResponseMessage>? answer = null)
    {
        Path = At("run.jsonl");
        Calls = new CallBench(request => (answer ?? CallBench.Good)(request));
    }

    public CallBench Calls { get; }

    public string Path { get; }

    public IReadOnlyList<SentRequest> Requests => Calls.Requests;

    public string Folder => folder.FullName;

    public string At(string name) => System.IO.Path.Combine(folder.FullName, name);

    public RunJournal Open(bool resume = false, string command = Command) => RunJournal.Open(Path, command, resume);

    /// <summary>Sends calls one after another and ends the run.</summary>
    public async Task RunAsync(bool resume, params JobWrite[] calls)
    {
        using var journal = Open(resume);
        var done = 0;
        var failed = 0;
        foreach (var call in calls)
        {
            var row = journal.Claim(call, done + failed + 1);
            if (row.State == JournalRowState.Done || await SendAsync(journal, call, row) is null)
            {
                done++;
            }
            else
            {
                failed++;
            }
        }

        journal.WriteEnd(done, failed);
    }

    /// <summary>Sends one row; gives back its error.</summary>
    public async Task<JobDraftsApiException?> SendAsync(RunJournal journal, JobWrite call, JournalRow row)
    {
        var context = Calls.Context();
        context.SentBefore = row.State == JournalRowState.Sent;
        context.BeforeSend = () => journal.WriteIntentAsync(call, row);
        try
        {
            await call.SendAsync(context);
            journal.WriteDone(call, row, context);
            return null;
        }
        catch (JobDraftsApiException error)
        {
            journal.WriteFailed(call, row, context, error);
            return error;
        }
    }

    /// <summary>The whole lines as they stand on disk.</summary>
    public IReadOnlyList<JsonObject> Lines()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    public IReadOnlyList<string> Types() => [.. Lines().Select(line => (string)line["type"]!)];

    /// <summary>Leaves a journal as a killed run does: its lines up to the first one of a type, that one left out.</summary>
    public void CutBefore(string type) => Keep(Types().ToList().IndexOf(type));

    public void Keep(int lines) => File.WriteAllLines(Path, File.ReadAllLines(Path).Take(lines));

    /// <summary>Makes the journal one of a version before the checksums.</summary>
    public void ForgetChecksums() => File.WriteAllLines(Path, File.ReadAllLines(Path).Select(line => Regex.Replace(line, ",\"check\":\"[0-9a-f]{16}\"}$", "}")));

    public JobDraftsApiException Refused(bool resume = false, string command = Command) => Assert.Throws<JobDraftsApiException>(() => Open(resume, command));

    public void Dispose()
    {
        Calls.Dispose();
        folder.Delete(recursive: true);
    }
}
