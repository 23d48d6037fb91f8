using System.Management.Automation;
using System.Net;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>The module in a session, connected to one contrary server; notes where the two sides do not agree.</summary>
internal sealed class ContraryRun : IDisposable
{
    private readonly Session session;
    private readonly TemporaryFolder folder = new();
    private readonly List<Violation> violations = [];
    private int journals;

    public ContraryRun(Session session, ContrarySettings settings)
    {
        this.session = session;
        Server = new ContraryServer(settings);
        Connect();
    }

    public ContraryServer Server { get; }

    public ContrarySettings Settings => Server.Settings;

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>A folder of this run.</summary>
    public string Folder => folder.Path;

    /// <summary>The journal of the last write.</summary>
    public string Journal { get; private set; } = string.Empty;

    /// <summary>Connects anew, with tokens that no earlier step has used up.</summary>
    public void Connect()
    {
        Connect("OpenTrain", "/ot");
        Connect("TextKing", "/tk");
        Connect("Sorce", "/so");
    }

    /// <summary>Runs a read: it gives all that the server holds, and nothing else, or says in an error why not.</summary>
    public RunResult Read(string script, IReadOnlyCollection<string>? expected = null, string member = "JobId", params (string Name, object? Value)[] variables)
    {
        var before = Server.State.Events.Count;
        var result = session.Run(script, variables);
        Check(script, Server.State.Events.Count == before, "a read changed something at the server");
        Check(script, result.AllErrors.Count == 0, $"a read failed: {string.Join(" | ", result.AllErrors)}");
        if (expected is not null && result.AllErrors.Count == 0)
        {
            var got = result.Output.Select(record => Text(record, member)).ToArray();
            Check(script, got.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)), $"gave [{string.Join(',', got)}], the server holds [{string.Join(',', expected)}]");
        }

        return result;
    }

    /// <summary>Runs a write with a journal, and again with the same journal where something was left; checks that all four tell the same.</summary>
    /// <param name="script">The command; <c>$journal</c> is its journal.</param>
    /// <param name="service">Where its events are.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="emits">Whether a row that was done gives a record.</param>
    /// <param name="variables">What the script reads.</param>
    public void Write(string script, string service, WriteKind kind, int rows = 1, bool emits = true, params (string Name, object? Value)[] variables)
    {
        if (service == "so")
        {
            // What is repeated often would use up a token's requests of a minute, and wait for them.
            Connect("Sorce", "/so");
        }

        var start = Server.State.Events.Count;
        Journal = Path.Combine(Folder, $"{++journals}.jsonl");
        var first = Step(script, service, kind, rows, emits, start, variables);
        if (first.AllErrors.Count > 0)
        {
            // What was left is left again or done, and what was done stays done once.
            Step(script + " -Resume", service, kind, rows, emits, start, variables);
        }
    }

    /// <summary>Runs a write that the service refuses: its words come through, and nothing is claimed to be done.</summary>
    public void Refused(string script, string words, params (string Name, object? Value)[] variables)
    {
        var start = Server.State.Events.Count;
        var result = session.Run(script, variables);
        Check(script, Server.State.Events.Count == start, "the server did what it refused");
        Check(script, result.Output.Count == 0 && result.AllErrors.Count == 1, $"{result.Output.Count} records and {result.AllErrors.Count} errors of one row that was refused");
        var said = string.Join(" | ", result.AllErrors.Select(error => error.ToString()));
        Check(script, Settings.Errors is ErrorForm.Empty or ErrorForm.Html || said.Contains(words, StringComparison.OrdinalIgnoreCase), $"the service's words '{words}' are lost: {said}");
    }

    public RunResult Run(string script, params (string Name, object? Value)[] variables) => session.Run(script, variables);

    public void Check(string step, bool holds, string what)
    {
        if (!holds)
        {
            violations.Add(new Violation(Settings, step, what));
        }
    }

    public void Dispose()
    {
        Server.Dispose();
        folder.Dispose();
        foreach (var fault in Server.Faults)
        {
            violations.Add(new Violation(Settings, "server", fault.ToString()));
        }
    }

    private void Connect(string service, string path)
    {
        var token = new NetworkCredential(string.Empty, $"sk_ext_{Guid.NewGuid():N}").SecurePassword;
        session.Run("Connect-JobDraftService $service -BaseUri $address -Token $token", ("service", service), ("address", Server.Origin + path), ("token", token));
    }

    private static string? Text(PSObject record, string member) => record.Properties[member]?.Value?.ToString();

    private RunResult Step(string script, string service, WriteKind kind, int rows, bool emits, int start, (string Name, object? Value)[] variables)
    {
        var result = session.Run(script, [.. variables, ("journal", Journal)]);
        var events = Server.State.Events.Skip(start).Where(one => one.Service == service && one.Kind == kind).ToArray();
        var done = events.Select(one => one.Id).Distinct().Count();
        var told = $"{result.Output.Count} records, {result.AllErrors.Count} errors, {done} of {rows} rows done at the server; errors: {string.Join(" | ", result.AllErrors)}";

        // Nothing doubled. An edit that sets the same values, and an upload, may be sent again.
        Check(script, done <= rows, "more was done than there are rows: " + told);
        if (kind is not (WriteKind.Edit or WriteKind.Upload) || (service, script.Contains("PublishedJob", StringComparison.Ordinal)) == ("ot", true))
        {
            Check(script, events.GroupBy(one => one.Id).All(group => group.Count() == 1), "done twice: " + string.Join("; ", events.Select(one => one.ToString())));
        }

        // Nothing lost: each row has a record or an error.
        var errors = result.AllErrors;
        var admitted = Claims.Admissions(errors);
        Check(script, !emits || result.Terminating is not null || result.Output.Count + errors.Count >= rows, "a row has neither a record nor an error: " + told);

        // Nothing claimed that is not so.
        Check(script, !emits || result.Output.Count <= done, "more records than the server has done: " + told);
        Check(script, done <= rows - Claims.Denials(errors), "an error denies what the server has done: " + told);
        Check(script, admitted <= done, "an error claims what the server has not done: " + told);
        foreach (var record in emits ? result.Output : [])
        {
            CheckRecord(script, kind, record, result);
        }

        CheckJournal(script, rows, done, result);
        return result;
    }

    private void CheckRecord(string script, WriteKind kind, PSObject record, RunResult result)
    {
        var id = Text(record, "CallbackId") ?? Text(record, "JobId") ?? Text(record, "ProjectId");
        Check(script, id is not null, "a record has no id");
        if (id is null || result.Warnings.Count > 0 || (kind == WriteKind.Create && Settings.CreateAnswer == WriteAnswer.AnotherId))
        {
            return;
        }

        JsonObject? held;
        lock (Server.State.Gate)
        {
            held = (Server.OpenTrain.Find(id) ?? Server.Sorce.Find(id) ?? Server.TextKing.FindProject(id)
                ?? Server.TextKing.Jobs.Values.Concat(Server.TextKing.Callbacks.Values).SelectMany(all => all).FirstOrDefault(one => string.Equals(one["id"]!.GetValue<string>(), id, StringComparison.OrdinalIgnoreCase)))?.DeepClone() as JsonObject;
        }

        Check(script, held is not null, $"a record names '{id}', which the server does not have, without a warning");
        if (held is null)
        {
            return;
        }

        foreach (var (member, key) in new[] { ("Title", "title"), ("Status", "status"), ("State", "state"), ("Name", "name"), ("Briefing", "briefing") })
        {
            if (Text(record, member) is { } said && held[key] is { } value && held.ContainsKey(key))
            {
                Check(script, said.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase), $"a record says {member} '{said}', the server holds '{value}', without a warning");
            }
        }
    }

    private void CheckJournal(string script, int rows, int done, RunResult run)
    {
        if (!script.Contains("-JournalPath $journal", StringComparison.Ordinal) || !File.Exists(Journal))
        {
            return;
        }

        var result = session.Run("Get-JobDraftJournal $journal", ("journal", Journal));
        var outcomes = result.Output.Select(row => Text(row, "Outcome")).ToArray();
        var told = $"journal [{string.Join(',', outcomes)}], {done} of {rows} done at the server";
        Check(script, result.AllErrors.Count == 0, "the journal cannot be read: " + string.Join(" | ", result.AllErrors));
        Check(script, outcomes.Count(outcome => outcome == "Applied") <= done, "the journal claims what the server has not done: " + told);
        Check(script, done <= rows - outcomes.Count(outcome => outcome is "Refused" or "NotSent"), "the journal denies what the server has done: " + told);
        Check(script, outcomes.Count(outcome => outcome == "Applied") >= run.Output.Count || !script.Contains("New-", StringComparison.Ordinal), "the journal lacks what came out as a record: " + told);
    }
}
