using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

/// <summary>A whole working day with tokens that must not be seen again: every command, at -Verbose and -Debug, with journal, plan and form.</summary>
public sealed class CanaryTests
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Ordered = "22222222-2222-4222-8222-222222222222";
    private const string Translation = "aaaaaaaa-0000-4000-8000-000000000001";

    /// <summary>What hands out or needs a sandbox shows the sandbox's own tokens on purpose: they open nothing.</summary>
    private static readonly string[] OfTheSandbox = ["Start-JobDraftSandbox", "Get-JobDraftSandbox", "Set-JobDraftSandbox", "Stop-JobDraftSandbox", "Complete-SandboxTranslation"];

    private static readonly string[] Day =
    [
        "Get-JobDraftConnection; Get-JobDraftConnection | Out-Default; Test-JobDraftConnection",
        "Get-DraftCapabilities; Compare-JobDraftContract",
        "$made = New-JobDraft 'Outline every ship in forty photos.' -JournalPath $folder/new.jsonl; $made; Get-JobDraft; Get-JobDraft | Out-Default",
        "'ot-draft-01', 'no-such-draft' | Update-JobDraft -Headcount 6 -JournalPath $folder/update.jsonl; Get-JobDraftJournal $folder/update.jsonl",
        "Update-JobDraft ot-draft-02 -Headcount 6.5; Update-JobDraft ot-draft-02 -Field @{ nonsense = 1 }; Update-JobDraft ot-draft-02 -Headcount 4 -WhatIf",
        "Complete-JobDraft ot-draft-03 -Answer @{ headcount = 4 }",
        "'ot-draft-07', 'ot-draft-01' | Publish-Job -Service OpenTrain; Find-PublishedJob; Get-PublishedJob ot-live-01; Get-PublishedJobChange -Since 2026-01-01; Get-PublishedJobFacet",
        "Update-PublishedJob ot-live-01 -PricePerLabel 0.07; Close-PublishedJob ot-live-02",
        "Get-JobListing; $listing = New-JobListing -Title Baker; $listing; Set-JobListing job_s01 -Title Welder; Set-JobListing no-such -Title x; Find-JobLocation Austin",
        "Publish-Job job_s01 -Service Sorce; Suspend-JobListing job_live01; Resume-JobListing job_live01; Close-JobListing job_live01; Get-JobListing no-such",
        $"Get-TranslationProject; Get-TranslationProject {Project}; Get-TranslationJob {Project}; Get-TranslationLanguage; Get-TranslationTopic; Get-BillingAddress",
        "Get-TranslationPrice -Words 100 -SourceLanguage en -TargetLanguage fr",
        $"Set-TranslationJob {Translation} {Project} -Briefing Short. -JournalPath $folder/set.jsonl; Set-TranslationJob {Translation} {Project} -SourceLanguage xx",
        $"New-TranslationProject Spring; Set-TranslationProject {Project} -Name Summer; New-TranslationJob {Project} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation",
        $"Send-TranslationDocument {Translation} {Project} -Path $folder/leaflet.txt; Save-TranslationDocument {Translation} {Project} -Path $folder; Save-Translation {Translation} {Project} -Path $folder",
        $"$hook = New-TranslationCallback {Translation} {Project} -Url https://hooks.example.org/ -TriggerState completed; $hook; Get-TranslationCallback {Translation} {Project}; $hook | Set-TranslationCallback -ExtraData x; $hook | Remove-TranslationCallback",
        $"Get-TranslationLineItem {Ordered}; Get-TranslationCoupon {Ordered}; Start-TranslationProject {Project}; Stop-TranslationProject {Ordered}; Remove-TranslationJob {Translation} {Project}; Remove-TranslationProject {Project}",
        "$plan = @{ jobId = 'ot-draft-04'; headcount = '5' }, @{ jobId = 'ot-draft-05'; headcount = 'many' } | New-JobDraftPlan -Service OpenTrain -OutFile $folder/plan.json; $plan; $plan | Out-Default; Split-JobDraftPlan $folder/plan.json -Count 2",
        "Invoke-JobDraftPlan $folder/plan.json -SkipInvalid -JournalPath $folder/plan.jsonl; New-JobDraftPlan -Undo -JournalPath $folder/plan.jsonl",
        "Get-JobDraft | Export-JobDraftForm $folder/form.csv; Import-JobDraftForm $folder/form.csv",
        "$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'HtmlStatus'; Status = 504; Count = 6 }; Update-JobDraft ot-draft-06 -Headcount 3 -MaxWaitSec 1",
        "$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Redirect'; Count = 3 }; Publish-Job job_s02 -Service Sorce; Get-JobListing; Get-TranslationProject",
        "$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Status'; Status = 401; Count = 3 }; Update-JobDraft ot-draft-06 -Headcount 3; Get-JobListing; Get-TranslationProject",
        "$Error; $Error | Out-Default; $Error | ForEach-Object { $_.Exception }",
        "Disconnect-JobDraftService; Update-JobDraft ot-draft-06 -Headcount 3",
    ];

    [Fact]
    public void No_token_is_in_anything_that_a_day_of_work_lets_be_seen()
    {
        var host = new RecordingHost();
        using var bench = new SandboxBench(host);
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "leaflet.txt"), "Keep it short.");
        var tokens = new[] { "OpenTrain", "TextKing", "Sorce" }.Select(bench.Token).ToArray();
        bench.Run("$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; $ConfirmPreference = 'None'", ("folder", folder.Path));
        var said = new Spoken();

        foreach (var (service, token) in new[] { "OpenTrain", "TextKing", "Sorce" }.Zip(tokens))
        {
            said.Add(bench.Run("Connect-JobDraftService $service -Token $token -BaseUri $address -PassThru -TracePath $folder/$service.har", ("service", service), ("token", Bench.Secret(token)), ("address", bench.Address(service))));
        }

        foreach (var work in Day)
        {
            said.Add(bench.Run(work));
        }

        said.Add(host);
        said.AddFiles(folder.Path);
        said.AddFiles(Environment.GetEnvironmentVariable("JOBDRAFTS_STATE_PATH")!);

        // The day was one of work: without this the silence would prove nothing.
        Assert.InRange(bench.Writes().Count(write => write.EndsWith(" 200", StringComparison.Ordinal) || write.EndsWith(" 201", StringComparison.Ordinal) || write.EndsWith(" 204", StringComparison.Ordinal)), 20, 200);
        Assert.Contains("answered with", said.Text, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"intent\"", said.Text, StringComparison.Ordinal);
        Assert.Contains("startedDateTime", said.Text, StringComparison.Ordinal);
        Assert.Contains("JobDraftsPS.plan", said.Text, StringComparison.Ordinal);
        Assert.Contains("ErrorRecord", said.Text, StringComparison.Ordinal);
        Assert.All(tokens, token => Assert.False(said.Text.Contains(token, StringComparison.OrdinalIgnoreCase), "A token was seen near: " + Around(said.Text, token)));
        Assert.DoesNotContain("Bearer ", said.Text.Replace("\"Bearer ***\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_has_every_command()
    {
        using var session = new Session();

        var names = session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet | ForEach-Object { $_.Name }").Output.Select(name => name.ToString());

        Assert.DoesNotContain(names.Except(OfTheSandbox), name => name != "Connect-JobDraftService" && !Day.Any(work => work.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Neither_the_secret_of_an_app_nor_any_token_that_it_gets_is_seen()
    {
        const string Secret = "canary+client/secret=01";
        const string Refresh = "canary+refresh/token=02";
        var canaries = new List<string> { Secret, Refresh, "canary-access-1", "canary-access-2", "canary-refresh-1", "canary-refresh-2" };
        var given = 0;
        var host = new RecordingHost();
        using var bench = new Bench(
            call =>
            {
                if (!call.Path.EndsWith("/token", StringComparison.Ordinal))
                {
                    var token = call.Header("Authorization")!;
                    var headers = new Dictionary<string, string> { ["X-Request-Id"] = token, ["Server"] = token };
                    return Task.FromResult(token.EndsWith("access-1", StringComparison.Ordinal) && call.Method == "PUT"
                        ? new Reply(401, $$"""{"error":"invalid_token","error_description":"{{token}} {{Refresh}}"}""") { Headers = headers }
                        : new Reply(200, $$"""{"id":"{{StubServices.TextKingJobId}}","name":"{{token}}","state":"new","briefing":"{{Refresh}}","total":1,"items":[]}""") { Headers = headers });
                }

                given++;
                var echo = new Dictionary<string, string> { ["X-Request-Id"] = call.Body, ["Server"] = Secret };
                return Task.FromResult(given <= 2
                    ? new Reply(200, $$"""{"access_token":"canary-access-{{given}}","refresh_token":"canary-refresh-{{given}}","token_type":"Bearer","expires_in":3600,"scope":"{{Secret}}"}""") { Headers = echo }
                    : new Reply(400, $$"""{"error":"invalid_grant","error_description":"{{new string('x', 190)}} {{Secret}} {{Refresh}} {{call.Body}}"}""") { Headers = echo });
            },
            host);
        using var folder = new TemporaryFolder();
        bench.Session.Run("Disconnect-JobDraftService; $VerbosePreference = $DebugPreference = 'Continue'", ("folder", folder.Path), ("secret", Bench.Secret(Secret)), ("refresh", Bench.Secret(Refresh)), ("origin", bench.Origin));
        const string Connect = "Connect-JobDraftService TextKing -BaseUri $origin/tk -AuthorizationUri $origin/oauth -ClientId app -ClientSecret $secret -RefreshToken $refresh -PassThru -TracePath $folder/$(New-Guid).har";
        var edit = $"Set-TranslationJob {StubServices.TextKingJobId} {StubServices.ProjectId} -Briefing Short. -JournalPath $folder/set.jsonl";
        var said = new Spoken();
        foreach (var work in new[] { Connect, "Get-JobDraftConnection | Out-Default; Test-JobDraftConnection", edit, "Get-JobDraftJournal $folder/set.jsonl", Connect, edit + " -Resume", $"Get-TranslationJob {StubServices.ProjectId}", "$Error; $Error | Out-Default" })
        {
            said.Add(bench.Session.Run(work));
        }

        said.Add(host);
        said.AddFiles(folder.Path);

        Assert.InRange(given, 3, 20);
        Assert.Contains("***", said.Text, StringComparison.Ordinal);
        Assert.Contains("/oauth/token", said.Text, StringComparison.Ordinal);
        Assert.Contains("invalid_grant", said.Text, StringComparison.Ordinal);
        Assert.All(canaries.Concat([Uri.EscapeDataString(Secret), Uri.EscapeDataString(Refresh), Secret[..12]]), canary => Assert.False(said.Text.Contains(canary, StringComparison.Ordinal), "A secret was seen near: " + Around(said.Text, canary)));
    }

    private static string Around(string text, string found) =>
        text.IndexOf(found, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)] : string.Empty;
}
