using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

/// <summary>The contract's test vectors on projects, jobs, callbacks and catalogues through the cmdlets, under their numbers.</summary>
public sealed class ContractVectorTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string WinterJob = "bbbbbbbb-0000-4000-8000-000000000001";
    private const string General = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";
    private const string Absent = "0a6f7c1e-2b34-4d5e-8f90-112233445566";

    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Vector_01_a_new_project_is_prepared_and_has_the_default_address()
    {
        var project = One("New-TranslationProject A -DueDate 2026-05-04");

        Assert.Equal(("prepared", new DateTime(2026, 5, 4)), (project.Properties["State"].Value, project.Properties["DueDate"].Value));
        Assert.Equal(One("Get-BillingAddress | Where-Object IsDefault").Properties["AddressId"].Value, project.Properties["BillingAddress"].Value);
    }

    [Theory]
    [InlineData("@{ due_date = '2026-05-04' } | New-TranslationProject")]
    [InlineData("@{ name = '' } | New-TranslationProject")]
    public void Vector_02_a_project_needs_a_name(string command) =>
        Error(command).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "needs a name", "Nothing was sent.");

    [Fact]
    public void Vector_03_a_bad_id_is_refused_here_and_an_unknown_one_is_404()
    {
        Error("Get-TranslationProject not-a-uuid").Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'not-a-uuid' is no project id", "Nothing was sent.");
        Error($"Get-TranslationProject {Absent}").Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Absent);
    }

    [Fact]
    public void Vector_04_a_new_job_is_new_active_and_uncounted()
    {
        var job = One(NewJob(NewProject()));

        Assert.Equal(("new", true, null, false), (job.Properties["State"].Value, job.Properties["IsActive"].Value, job.Properties["Words"].Value, job.Properties["HasDocument"].Value));
    }

    [Fact]
    public void Vector_05_a_partial_edit_keeps_the_other_fields()
    {
        var job = One(NewJob(NewProject()));

        var edited = Assert.Single(bench.Run($"$job | Set-TranslationJob -Topic {General} -Briefing b", ("job", job)).Output);

        Assert.Equal(job.Properties["JobId"].Value, edited.Properties["JobId"].Value);
        Assert.Equal(("A", "en", "fr", "translation", General, "b"), (edited.Properties["Name"].Value, edited.Properties["SourceLanguage"].Value, edited.Properties["TargetLanguage"].Value, edited.Properties["Quality"].Value, edited.Properties["Topic"].Value, edited.Properties["Briefing"].Value));
    }

    [Fact]
    public void Vector_06_a_name_cannot_be_emptied()
    {
        var job = One(NewJob(NewProject()));

        Assert.Single(bench.Run("try { $job | Set-TranslationJob -Clear name } catch { throw }", ("job", job)).AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "cannot be cleared");
        Assert.Equal("A", Assert.Single(bench.Run("$job | Get-TranslationJob", ("job", job)).Output).Properties["Name"].Value);
    }

    [Fact]
    public void Vector_10_a_start_numbers_the_project_and_sets_its_jobs_pending()
    {
        var project = TranslationDocuments.NewReadyProject(bench);

        var started = One($"Start-TranslationProject {project} -Confirm:$false");

        Assert.Equal("running", started.Properties["State"].Value);
        var job = One($"Get-TranslationJob {project}");
        Assert.Equal(("translation-pending", started.Properties["Number"].Value + "-01"), (job.Properties["State"].Value, job.Properties["Number"].Value));
        Assert.Null(job.Properties["Validation"].Value);
    }

    [Theory]
    [InlineData($"Set-TranslationJob {WinterJob} {Winter} -Briefing b")]
    [InlineData($"New-TranslationJob {Winter} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation")]
    [InlineData($"Remove-TranslationJob {WinterJob} {Winter} -Confirm:$false")]
    [InlineData($"Remove-TranslationProject {Winter} -Confirm:$false")]
    [InlineData($"Set-TranslationProject {Winter} -Name B")]
    public void Vector_11_nothing_of_a_running_project_can_be_written(string command) =>
        Error(command).Says("TextKing.Http403", ErrorCategory.PermissionDenied, "Winter manual", "is running", "Nothing was changed.");

    [Fact]
    public void Vector_13_a_canceled_project_is_final()
    {
        var project = NewProject();

        Assert.Equal("canceled", One($"Stop-TranslationProject {project} -Confirm:$false").Properties["State"].Value);
        Error($"Set-TranslationProject {project} -Name B").Says("TextKing.Http403", ErrorCategory.PermissionDenied, "is canceled");
        Error($"Stop-TranslationProject {project} -Confirm:$false").Says("TextKing.Http403", ErrorCategory.PermissionDenied, "is canceled");
    }

    [Fact]
    public void Vector_14_and_15_pages_are_asked_for_within_the_allowed_size()
    {
        Assert.Equal(3, bench.Run("Get-TranslationProject -SkipCheck").Output.Count);
        Assert.All(bench.Requests(), request => Assert.EndsWith("page=1&per_page=100", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public void Vector_16_topics_need_no_token_and_projects_do()
    {
        var address = bench.Address("TextKing");
        bench.Run("Connect-JobDraftService TextKing -BaseUri $address -Token $token", ("address", address), ("token", Bench.Secret("nobodys-token")));

        Assert.Equal(15, bench.Run("Get-TranslationTopic").Output.Count);
        Error("Get-TranslationProject").Says("TextKing.Http401", ErrorCategory.AuthenticationError, "Nothing was changed.", "Connect-JobDraftService");
    }

    [Fact]
    public void Vector_17_topics_come_in_German()
    {
        var topics = bench.Run("Get-TranslationTopic -Culture de").Output;

        Assert.Contains(topics, topic => topic.Properties["Name"].Value is "Allgemein");
        Assert.All(topics, topic => Assert.Equal("de", topic.Properties["LocalizationLanguage"].Value));
    }

    [Fact]
    public void Vector_18_a_total_price_is_ten_times_the_price_of_a_word()
    {
        var prices = bench.Run("Get-TranslationPrice 10 -SourceLanguage de -TargetLanguage en").Output;

        Assert.Equal(["translation", "translation-and-correction"], prices.Select(price => price.Properties["Quality"].Value));
        Assert.All(prices, price => Assert.Equal(10 * (decimal)price.Properties["PricePerWord"].Value, price.Properties["TotalPrice"].Value));
    }

    [Fact]
    public void Vector_19_no_callback_waits_for_new() =>
        Assert.Single(bench.Run($"try {{ New-TranslationCallback {WinterJob} {Winter} -Url http://127.0.0.1/ -TriggerState new }} catch {{ throw }}").AllErrors)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'new' is not one of the allowed values", "Nothing was sent.");

    [Fact]
    public void Vector_20_the_second_deletion_finds_nothing()
    {
        Assert.Empty(bench.Run($"Remove-TranslationProject {Spring} -Confirm:$false").AllErrors);
        Error($"Remove-TranslationProject {Spring} -Confirm:$false").Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Spring);
    }

    private static string NewJob(string project) => $"New-TranslationJob {project} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation";

    private string NewProject() => (string)One("New-TranslationProject A").Properties["ProjectId"].Value;

    private PSObject One(string command)
    {
        var result = bench.Run(command);
        Assert.Empty(result.AllErrors);
        return Assert.Single(result.Output);
    }

    private ErrorRecord Error(string command) => Assert.Single(bench.Run(command).AllErrors);
}
