using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>Every TEXTKING cmdlet that sends, on a few projects.</summary>
internal static class TextKingScenario
{
    public static void Play(ContraryRun run)
    {
        run.Connect();
        string[] ids = [.. run.Server.TextKing.Projects.Select(project => project["id"]!.GetValue<string>())];
        var project = ids[0];
        var job = run.Server.TextKing.Jobs[project][0]["id"]!.GetValue<string>();
        (string, object?)[] both = [("project", project), ("job", job)];
        var document = Path.Combine(run.Folder, "leaflet.txt");
        File.WriteAllText(document, "Eins zwei drei");

        run.Read("Get-TranslationProject", ids, "ProjectId");
        run.Read("Get-TranslationJob $project", [job], variables: both);
        run.Read("Get-TranslationTopic");
        run.Read("Get-TranslationLanguage");
        run.Read("Get-BillingAddress");
        run.Read("Get-TranslationPrice 1200 -SourceLanguage en -TargetLanguage fr");
        run.Read("Get-TranslationLineItem $project", variables: both);
        run.Read("Test-JobDraftConnection -Service TextKing");
        run.Write("'Spring', 'Übung' | New-TranslationProject -Confirm:$false -JournalPath $journal", "tk", WriteKind.Create, rows: 2);
        run.Write("New-TranslationJob $project -Name 'Poster' -SourceLanguage en -TargetLanguage fr -Quality translation -JournalPath $journal", "tk", WriteKind.Create, variables: both);
        run.Write("Set-TranslationJob $job $project -Briefing 'Friendly tone' -JournalPath $journal", "tk", WriteKind.Edit, variables: both);
        run.Write("Set-TranslationProject $project -Name 'Summer' -Confirm:$false -JournalPath $journal", "tk", WriteKind.Edit, variables: both);
        run.Write("New-TranslationCallback $job $project -Url https://hooks.example.org/a -TriggerState completed -Confirm:$false -JournalPath $journal", "tk", WriteKind.Create, variables: both);
        if (run.Server.TextKing.Callbacks[job] is [var held, ..])
        {
            var callback = held["id"]!.GetValue<string>();
            run.Read("Get-TranslationCallback -JobId $job -ProjectId $project", [callback], "CallbackId", both);
            run.Write("Set-TranslationCallback $callback $job $project -ExtraData 'order 9' -Confirm:$false -JournalPath $journal", "tk", WriteKind.Edit, variables: [.. both, ("callback", callback)]);
            run.Write("Remove-TranslationCallback $callback $job $project -Confirm:$false -JournalPath $journal", "tk", WriteKind.Delete, emits: false, variables: [.. both, ("callback", callback)]);
        }

        run.Write("Send-TranslationDocument $job $project $path -Confirm:$false -JournalPath $journal", "tk", WriteKind.Upload, emits: false, variables: [.. both, ("path", document)]);
        if (run.Server.TextKing.Documents.ContainsKey(job))
        {
            run.Run("Save-TranslationDocument $job $project -Path $folder -Force", [.. both, ("folder", Path.Combine(run.Folder, "saved"))]);
            var saved = Directory.Exists(Path.Combine(run.Folder, "saved")) ? Directory.GetFiles(Path.Combine(run.Folder, "saved")) : [];
            run.Check("Save-TranslationDocument", saved.Length == 1 && File.ReadAllText(saved[0]) == "Eins zwei drei", $"{saved.Length} files, or other bytes than were sent");
        }

        run.Write("Start-TranslationProject $project -Confirm:$false -JournalPath $journal", "tk", WriteKind.Publish, variables: both);
        if (ids.Length > 2)
        {
            var other = run.Server.TextKing.Jobs[ids[1]][0]["id"]!.GetValue<string>();
            run.Write("Remove-TranslationJob $job $project -Confirm:$false -JournalPath $journal", "tk", WriteKind.Delete, emits: false, variables: [("project", ids[1]), ("job", other)]);
            run.Write("Stop-TranslationProject $project -Confirm:$false -JournalPath $journal", "tk", WriteKind.Close, variables: ("project", ids[1]));
            run.Write("Remove-TranslationProject $project -Confirm:$false -JournalPath $journal", "tk", WriteKind.Delete, emits: false, variables: ("project", ids[2]));
        }
    }
}
