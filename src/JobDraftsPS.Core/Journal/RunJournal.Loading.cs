namespace JobDraftsPS.Core.Journal;

/// <content>What earlier runs wrote: read once, when the journal is opened.</content>
public sealed partial class RunJournal
{
    /// <summary>Reads an old journal.</summary>
    private void Load()
    {
        // Of the locked file: its name may lead to another one by now.
        using var scan = new JournalScan(file.Stream);
        var any = false;
        while (scan.Next() is { } line)
        {
            if (line.Type == JournalLine.Run)
            {
                RequireOurs(line);
            }

            any = true;
            isComplete = line.Type == JournalLine.End && line.Failed == 0;
            Take(line, scan.LineStart);
        }

        end = scan.EndOfWholeLines;
        chain = scan.Chain;
        WasTorn = scan.IsTorn;
        if (!any && scan.IsTorn)
        {
            throw new InvalidDataException("it is no journal");
        }
    }

    private void RequireOurs(JournalLine line)
    {
        if (line.Plan != plan || line.Command != command)
        {
            var owner = line.Plan is null ? line.Command : line.Plan == plan ? "another command" : "another plan";
            throw new InvalidDataException($"it belongs to {(plan is null && line.Plan is not null ? "a plan" : owner)}, not to {(plan is null ? command : "this plan")}");
        }
    }

    private void Take(JournalLine line, long at)
    {
        if (line.Type == JournalLine.AccountOf && line.Service is { } service && line.Account is { } account)
        {
            accounts[service] = account;
        }

        if (line is { Type: JournalLine.Known, Scope: { } scope, Ids: { } ids } && !known.ContainsKey(scope))
        {
            known[scope] = ids;
        }

        if (line.Row is not { } key)
        {
            return;
        }

        if (!rows.TryGetValue(key, out var row))
        {
            rows[key] = row = new JournalRow(key);
        }

        row.Number = line.Number ?? row.Number;
        switch (line.Type)
        {
            case JournalLine.Intent or JournalLine.Sent:
                // What was done stays done, in whatever order the lines came to lie.
                row.State = row.State == JournalRowState.Done ? JournalRowState.Done : JournalRowState.Sent;
                row.SentAt = line.At > row.SentAt ? line.At : row.SentAt;
                break;
            case JournalLine.Reply or JournalLine.ReconciledReply:
                if (row.State == JournalRowState.Done)
                {
                    break;
                }

                // Sent again without a look is only what a known word says of the last attempt.
                row.State = line.KnownOutcome switch
                {
                    CallOutcome.Applied => JournalRowState.Done,
                    CallOutcome.Refused or CallOutcome.NotSent when line.At >= row.SentAt => JournalRowState.ToDo,
                    _ => JournalRowState.Sent,
                };
                row.AnswerAt = at;
                if (row.State == JournalRowState.Done && line.JobId is null && line.AnsweredId is { } id)
                {
                    created.Add(id);
                }

                break;
        }
    }
}
