using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>The contract's own list of given, call and answer, in its order, through the cmdlets.</summary>
public sealed class ContractVectorTests : IDisposable
{
    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("sk_ext_nobody")]
    [InlineData("sk_ext_sandbox_revoked")]
    public void V01_V02_An_unknown_and_a_revoked_key_are_refused_alike(string key)
    {
        var error = Refused($$"""
            Connect-JobDraftService -Service Sorce -BaseUri $sandbox.SorceUri -Credential ([pscredential]::new('key', $key))
            Get-JobListing
            """, ("key", new System.Net.NetworkCredential(string.Empty, key).SecurePassword));

        error.Says("Sorce.INVALID_SERVICE_KEY", ErrorCategory.AuthenticationError, "the list of listings", "Connect-JobDraftService");
        Assert.DoesNotContain(key, error.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-JobListing job_other01")]
    [InlineData("Set-JobListing job_other01 -Title x")]
    [InlineData("Set-JobListing job_other01 -AddBudget @{ window = 'DAILY'; budgetCents = 5 }")]
    [InlineData("Publish-Job job_other01 -Service Sorce")]
    [InlineData("Suspend-JobListing job_other01")]
    public void V03_Another_companys_job_does_not_exist(string command) =>
        Refused(command).Says("Sorce.NOT_FOUND", ErrorCategory.ObjectNotFound, "job_other01", "Nothing was changed.", "belongs to the connected account");

    [Fact]
    public void V04_A_title_makes_a_draft_whose_unset_fields_are_null()
    {
        var draft = Done("New-JobListing -Title 'Crane operator'");

        Assert.Equal("DRAFT", draft.Properties["Status"].Value);
        Assert.All(["RemoteOption", "JobType", "JobLevel", "SalaryPeriod", "PublishedAt", "ExpiresAt", "ClosedAt"], name => Assert.Null(draft.Properties[name].Value));
        Assert.Equal(false, draft.Properties["PublishReady"].Value);
    }

    [Theory]
    [InlineData("", "NotSent")]
    [InlineData("-SkipCheck", "Refused")]
    public void V05_Publishing_a_title_alone_names_every_gap_and_makes_nothing(string skip, string outcome)
    {
        var before = bench.Run("Get-JobListing").Output.Count;

        var error = Refused($"New-JobListing -Title 'Crane operator' -Publish {skip}");

        error.Says("Sorce.VALIDATION_FAILED", ErrorCategory.InvalidData, ListingScripts.GapsOfATitle);
        Assert.Equal(outcome, error.Property("Outcome"));
        Assert.Equal(ListingScripts.GapsOfATitle, FieldErrors(error).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before, bench.Run("Get-JobListing").Output.Count);
    }

    [Theory]
    [InlineData("-TermsAccepted $false", "Sorce.AGREEMENT_OUTDATED", ErrorCategory.InvalidOperation, "employer terms")]
    [InlineData("-CardOnFile $false", "Sorce.PAYMENT_METHOD_REQUIRED", ErrorCategory.PermissionDenied, "card")]
    public void V06_V07_Gates_that_only_the_dashboard_opens_are_told_apart_and_make_nothing(string turn, string id, ErrorCategory category, string word)
    {
        var before = bench.Run($"$sandbox | Set-JobDraftSandbox {turn} -Confirm:$false; Get-JobListing").Output.Count;

        Refused(ListingScripts.Complete + "New-JobListing @complete -Publish").Says(id, category, word, "Nothing was changed.", "Only a person can help", "dashboard");
        Refused("Publish-Job job_s01 -Service Sorce").Says(id, category, word, "Only a person can help", "dashboard");

        Assert.Equal(before, bench.Run("Get-JobListing").Output.Count);
        Assert.Equal("DRAFT", Done("Get-JobListing job_s01").Properties["Status"].Value);
    }

    [Fact]
    public void V08_A_published_draft_runs_thirty_days()
    {
        var live = Done(ListingScripts.Complete + "New-JobListing @complete | Publish-Job");

        Assert.Equal("ACTIVE", live.Properties["Status"].Value);
        Assert.Equal(TimeSpan.FromDays(30), (DateTimeOffset)live.Properties["ExpiresAt"].Value - (DateTimeOffset)live.Properties["PublishedAt"].Value);
        Assert.Equal("ACTIVE", Done("New-JobListing @complete -Publish").Properties["Status"].Value);
    }

    [Theory]
    [InlineData("Publish-Job job_live01 -Service Sorce")]
    [InlineData("Resume-JobListing job_live01")]
    public void V09_V10_An_active_job_is_neither_published_nor_resumed(string command) =>
        Refused(command).Says("Sorce.INVALID_TRANSITION", ErrorCategory.InvalidOperation, "job_live01", "ACTIVE", "Nothing was changed.");

    [Fact]
    public void V11_An_active_job_pauses_resumes_and_closes()
    {
        var states = bench.Run("'job_live01' | Suspend-JobListing | Resume-JobListing -OutVariable resumed | Close-JobListing -Confirm:$false; $resumed");

        Assert.Empty(states.AllErrors);
        Assert.Equal(["CLOSED", "ACTIVE"], states.Output.Select(job => job.Properties["Status"].Value));
        Assert.IsType<DateTimeOffset>(states.Output[0].Properties["ClosedAt"].Value);
        Assert.Equal(["/pause", "/resume", "/close"], bench.Writes().Select(write => write[write.LastIndexOf('/')..^4]));
    }

    [Fact]
    public void V12_A_closed_job_cannot_be_edited() =>
        Refused("Set-JobListing job_closed01 -Title x").Says("Sorce.JOB_NOT_EDITABLE", ErrorCategory.InvalidOperation, "job_closed01", "CLOSED", "create a new one");

    [Fact]
    public void V13_An_edit_that_empties_a_needed_field_of_a_live_job_changes_nothing()
    {
        var error = Refused("Set-JobListing job_live01 -Clear jobLevel -Title x");

        error.Says("Sorce.VALIDATION_FAILED", ErrorCategory.InvalidData, "jobLevel");
        Assert.Equal("Order picker", Done("Get-JobListing job_live01").Properties["Title"].Value);
    }

    [Theory]
    [InlineData("-Questions 'Why?'", "Nothing was sent.")]
    [InlineData("-AddQuestion 'Why?'", "Nothing was sent.")]
    public void V14_The_questions_of_a_job_with_an_application_are_locked(string edit, string consequence)
    {
        Refused($"Set-JobListing job_live02 {edit}").Says("Sorce.JOB_FROZEN", ErrorCategory.InvalidOperation, "job_live02", "questions", consequence, "leave these fields out");

        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void V15_The_bid_of_a_job_with_an_application_is_not_locked() =>
        Assert.Equal(55L, Done("Set-JobListing job_live02 -BidPerQualifiedApplicantCents 55").Properties["BidPerQualifiedApplicantCents"].Value);

    [Fact]
    public void V16_New_budgets_replace_the_old_ones() =>
        Assert.Equal("DAILY 5 cents", string.Join(';', (IEnumerable<object>)Done("Set-JobListing job_s01 -Budgets @{ window = 'DAILY'; budgetCents = 5 }").Properties["Budgets"].Value));

    [Fact]
    public void V17_UnlimitedBudget_takes_every_cap_away() =>
        Assert.Empty((IEnumerable<object>)Done("Set-JobListing job_s03 -UnlimitedBudget -Confirm:$false").Properties["Budgets"].Value);

    [Fact]
    public void V18_A_location_given_twice_is_kept_once() =>
        Assert.Single((IEnumerable<object>)Done("Set-JobListing job_s03 -Locations @{ locationId = 50321 }, @{ locationId = 50321 }").Properties["Locations"].Value);

    [Fact]
    public void V19_A_location_without_its_id_is_refused() =>
        Refused("Set-JobListing job_s03 -Locations @{ city = 'Boise'; stateProvince = 'Idaho' }")
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "-Locations: entry 1: locationId is needed", "Find-JobLocation", "Nothing was sent.");

    [Fact]
    public void V20_What_is_beyond_the_rate_is_not_sent_and_says_when_it_can_go_on()
    {
        var result = bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 5 -Confirm:$false; $rows | Set-JobListing -ThrottleLimit 1 -MaxWaitSec 0", ("rows", Enumerable.Range(0, 6).Select(i => Rows.Of(("jobId", "job_s01"), ("salaryMin", i))).ToArray()));

        Assert.Equal(5, result.Output.Count);
        Assert.Single(result.AllErrors).Says("Sorce.QuotaExceeded", ErrorCategory.LimitsExceeded, "5 in 1 minute", "was not sent", "UTC");
        Assert.DoesNotContain(bench.Requests(), request => request.Status == 429);
    }

    [Fact]
    public void V21_After_thirty_one_days_an_active_job_has_expired()
    {
        bench.AdvanceClock(TimeSpan.FromDays(31));

        var expired = Done("Get-JobListing job_live01");

        Assert.Equal("EXPIRED", expired.Properties["Status"].Value);
        Assert.Null(expired.Properties["Validation"].Value);
    }

    [Fact]
    public void V22_The_same_edit_twice_leaves_no_doubles()
    {
        var twice = bench.Run("'job_s01', 'job_s01' | Set-JobListing -Qualifications 'A', 'B'");

        Assert.All(twice.Output, job => Assert.Equal(["A (REQUIRED)", "B (REQUIRED)"], ((IEnumerable<object>)job.Properties["Qualifications"].Value).Select(item => item.ToString())));
        Assert.Equal(2, twice.Output.Count);
    }

    internal static IReadOnlyDictionary<string, string> FieldErrors(ErrorRecord error) =>
        (IReadOnlyDictionary<string, string>)error.Exception.GetType().GetProperty("FieldErrors")!.GetValue(error.Exception)!;

    private ErrorRecord Refused(string script, params (string Name, object? Value)[] variables)
    {
        var result = bench.Run(script, variables);
        Assert.Empty(result.Output);
        return Assert.Single(result.AllErrors);
    }

    private PSObject Done(string script)
    {
        var result = bench.Run(script);
        Assert.Empty(result.AllErrors);
        return Assert.Single(result.Output);
    }
}
