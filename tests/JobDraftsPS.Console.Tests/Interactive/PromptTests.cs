namespace JobDraftsPS.Console.Tests.Interactive;

/// <summary>What a person sees who types into the prompt of the quick start.</summary>
public sealed class PromptTests
{
    [Fact]
    public async Task Tab_shows_ids_by_their_titles_fields_and_values_in_the_menu_of_the_console()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.TypeAsync("Get-JobListing | Out-Null; 'read'");
        await terminal.SeesAsync("\nread");

        await terminal.WriteAsync("Get-JobListing job_live");
        await terminal.PressAsync("Tab");
        var ids = await terminal.SeesAsync("Forklift driver  job_live02");
        Assert.Contains("Order picker  job_live01", ids, StringComparison.Ordinal);

        await terminal.StartOverAsync();
        await terminal.WriteAsync("Update-JobDraft ot-draft-01 -Clear dataV");
        await terminal.PressAsync("Tab");
        Assert.Contains("dataVolumeUnit", await terminal.SeesAsync("dataVolumeUnit"), StringComparison.Ordinal);

        await terminal.StartOverAsync();
        await terminal.WriteAsync("Update-JobDraft ot-draft-01 -ExperienceLevel E");
        await terminal.PressAsync("Tab");
        Assert.Contains("ENTRY_LEVEL", await terminal.SeesAsync("ENTRY_LEVEL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_300_rows_shows_its_progress_and_Ctrl_C_says_what_happened_and_how_to_go_on()
    {
        await using var terminal = await Terminal.OpenAsync();
        var journal = Path.Combine(Directory.CreateTempSubdirectory("prompt-").FullName, "run.jsonl");
        await terminal.TypeAsync("clear; Set-JobDraftSandbox -LatencyMs 100");
        await terminal.TypeAsync($"1..300 | ForEach-Object {{ 'ot-draft-{{0:d2}}' -f (1 + $_ % 16) }} | Update-JobDraft -Headcount 5 -JournalPath {journal} | Out-Null");
        await terminal.SeesAsync("done, 0 failed");

        await terminal.PressAsync("C-c");
        var stopped = await terminal.SeesAsync("Update-JobDraft was stopped: ");

        Assert.Matches(@"stopped: \d+ done, 0 failed, \d+ uncertain, \d+ not sent", stopped);
        Assert.Contains("Run the same command with -JournalPath", stopped.ReplaceLineEndings(string.Empty), StringComparison.Ordinal);
        await terminal.TypeAsync($"\"rows $((Get-JobDraftJournal {journal} | Measure-Object).Count -gt 0)\"");
        await terminal.SeesAsync("\nrows True");
    }

    [Fact]
    public async Task Enter_at_the_question_of_what_does_harm_means_No()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.TypeAsync("clear; Close-JobListing job_live01");
        await terminal.SeesAsync("(default is \"N\")");
        await terminal.PressAsync("Enter");

        await terminal.TypeAsync("\"status $((Get-JobListing job_live01).Status)\"");
        await terminal.SeesAsync("\nstatus ACTIVE");
    }

    [Fact]
    public async Task Confirm_asks_before_an_edit_and_Yes_sends_it()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.TypeAsync("clear; Set-JobListing job_s01 -Title 'Ferry developer' -Confirm");
        await terminal.SeesAsync("Update title = Ferry developer");
        await terminal.TypeAsync("y");

        await terminal.TypeAsync("\"now $((Get-JobListing job_s01).Title)\"");
        await terminal.SeesAsync("\nnow Ferry developer");
    }

    [Fact]
    public async Task The_gaps_of_drafts_are_asked_for_and_one_answer_can_hold_for_all()
    {
        await using var terminal = await Terminal.OpenAsync(width: 120);
        await terminal.TypeAsync("clear; 'ot-draft-01', 'ot-draft-02' | Update-JobDraft -Headcount 3 | Complete-JobDraft | Select-Object JobId, PublishReady");
        await terminal.SeesAsync("[A] Same for all");
        await terminal.TypeAsync("a");
        await terminal.SeesAsync("The choice holds for all further drafts.");
        await terminal.TypeAsync("3");
        // The second draft is asked for what only it lacks.
        await terminal.SeesAsync("Goes into dataVolumeUnit");
        await terminal.TypeAsync("q");

        var shown = await terminal.SeesAsync("ot-draft-02  ");
        Assert.Matches(@"ot-draft-01\s+True", shown);
    }
}
