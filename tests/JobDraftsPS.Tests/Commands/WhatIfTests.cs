using System.Collections;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class WhatIfTests
{
    [Theory]
    [InlineData("Update-JobDraft j -JobTitle New -WhatIf")]
    [InlineData("Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Briefing Warm -WhatIf")]
    [InlineData("Save-Translation aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("Save-TranslationDocument aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("New-JobDraft 'A job' -WhatIf")]
    [InlineData("Complete-JobDraft j -WhatIf")]
    [InlineData("Publish-Job j -Service OpenTrain -WhatIf")]
    [InlineData("Publish-Job j -Service Sorce -WhatIf")]
    [InlineData("New-JobListing -Title New -WhatIf")]
    [InlineData("Set-JobListing j -Title New -WhatIf")]
    [InlineData("Suspend-JobListing j -WhatIf")]
    [InlineData("Resume-JobListing j -WhatIf")]
    [InlineData("Close-JobListing j -WhatIf")]
    [InlineData("Update-PublishedJob j -JobTitle New -WhatIf")]
    [InlineData("Close-PublishedJob j -WhatIf")]
    [InlineData("New-TranslationProject Spring -WhatIf")]
    [InlineData("Set-TranslationProject 11111111-1111-4111-8111-111111111111 -Name Summer -WhatIf")]
    [InlineData("Start-TranslationProject 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("Stop-TranslationProject 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("Remove-TranslationProject 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("New-TranslationJob 11111111-1111-4111-8111-111111111111 -Name A -SourceLanguage en -TargetLanguage fr -Quality translation -WhatIf")]
    [InlineData("Remove-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("New-TranslationCallback aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Url https://x.example.org/ -TriggerState completed -WhatIf")]
    [InlineData("Set-TranslationCallback dddddddd-0000-4000-8000-000000000001 aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -ExtraData x -WhatIf")]
    [InlineData("Remove-TranslationCallback dddddddd-0000-4000-8000-000000000001 aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -WhatIf")]
    [InlineData("@{ jobId = 'j'; jobTitle = 'New' } | New-JobDraftPlan -Service OpenTrain -OutFile ./not-written.json -WhatIf | Out-Null")]
    [InlineData("$plan = @{ operation = 'Create'; title = 'New' } | New-JobDraftPlan -Service Sorce; $plan | Invoke-JobDraftPlan -WhatIf")]
    [InlineData("$plan = @{ operation = 'Create'; title = 'New' } | New-JobDraftPlan -Service Sorce; $plan | Split-JobDraftPlan -Count 1 -OutFile ./not-written.json -WhatIf | Out-Null")]
    [InlineData("(New-Record ([JobDraftsPS.JobDraft]) @{ JobId = 'j'; Validation = (New-Record ([JobDraftsPS.JobValidation]) @{ MissingFields = (New-Record ([JobDraftsPS.MissingField]) @{ Field = 'jobTitle' }) }) }) | Export-JobDraftForm ./not-written.csv -WhatIf")]
    [InlineData("$WhatIfPreference = $true; Update-JobDraft j -JobTitle New")]
    public void WhatIf_sends_no_write_and_shows_what_would_happen(string command)
    {
        var host = new RecordingHost();
        using var bench = new Bench(StubServices.Answer, host);

        var run = bench.Run(command);

        Assert.Empty(run.Result.AllErrors);
        Assert.Empty(run.Result.Output);
        Assert.Empty(run.Writes);
        Assert.StartsWith("What if: ", host.Shown, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Environment.CurrentDirectory, "not-written*"));
    }

    [Fact]
    public void The_text_lists_every_field_with_its_value()
    {
        var shown = Shown("Update-JobDraft ot-1 @given", new Hashtable
        {
            ["JobTitle"] = "Street signs",
            ["PricePerLabel"] = "0.06",
            ["ExperienceLevel"] = "expert",
            ["Languages"] = "English; Polish",
            ["Clear"] = "countries",
        });

        Assert.Contains("'OpenTrain draft 'ot-1''".Trim('\''), shown, StringComparison.Ordinal);
        Assert.Contains("jobTitle = Street signs", shown, StringComparison.Ordinal);
        Assert.Contains("pricePerLabel = 0.06", shown, StringComparison.Ordinal);
        Assert.Contains("experienceLevel = EXPERT", shown, StringComparison.Ordinal);
        Assert.Contains("languages = English, Polish", shown, StringComparison.Ordinal);
        Assert.Contains("countries cleared", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_eighty_characters_is_shown_whole_and_a_longer_one_is_cut()
    {
        var whole = new string('a', 80);

        Assert.Contains("jobTitle = " + whole, Shown("Update-JobDraft j @given", new Hashtable { ["JobTitle"] = whole }), StringComparison.Ordinal);
        var shown = Shown("Update-JobDraft j @given", new Hashtable { ["JobTitle"] = new string('b', 81) });
        Assert.Contains("jobTitle = " + new string('b', 77) + "...", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('b', 78), shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_several_lines_stays_on_one()
    {
        var shown = Shown("Update-JobDraft j @given", new Hashtable { ["JobDescription"] = "First\r\nSecond\nThird" });

        Assert.Contains("jobDescription = First Second Third", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_reads_as_the_service_spells_it()
    {
        var shown = Shown($"Set-TranslationJob {StubServices.TextKingJobId} {StubServices.ProjectId} @given", new Hashtable { ["IsActive"] = "no", ["Briefing"] = "Warm" });

        Assert.Contains("is_active = false", shown, StringComparison.Ordinal);
        Assert.Contains("briefing = Warm", shown, StringComparison.Ordinal);
        Assert.Contains(StubServices.TextKingJobId, shown, StringComparison.Ordinal);
        Assert.Contains(StubServices.ProjectId, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_says_what_is_ordered()
    {
        var shown = Shown($"Start-TranslationProject {StubServices.ProjectId}", []);

        Assert.Contains($"TextKing project '{StubServices.ProjectId}' (Spring)", shown, StringComparison.Ordinal);
        Assert.Contains("a billed order: 1 job (en to fr), 80 words, net 9.6 EUR", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_is_reported_under_WhatIf_too()
    {
        using var bench = new Bench();

        var run = bench.Run("@{ jobId = 'j'; headcount = '4.6' } | Update-JobDraft -WhatIf");

        Assert.Empty(run.Writes);
        Assert.Equal("JobDrafts.BadValue", Assert.Single(run.Result.AllErrors).Id());
    }

    private static string Shown(string command, Hashtable given)
    {
        var host = new RecordingHost(width: 2000);
        using var bench = new Bench(StubServices.Answer, host);
        var run = bench.Run(command + " -WhatIf", ("given", given));
        Assert.Empty(run.Result.AllErrors);
        Assert.Empty(run.Writes);
        return host.Shown;
    }
}
