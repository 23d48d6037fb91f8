using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

public sealed class TranslationProjectTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string Autumn = "33333333-3333-4333-8333-333333333333";
    private const string Foreign = "99999999-9999-4999-8999-999999999999";

    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Projects_come_newest_first_and_by_state()
    {
        Assert.Equal(["Spring catalogue", "Winter manual", "Autumn flyer"], Names("Get-TranslationProject"));
        Assert.Equal(["Winter manual"], Names("Get-TranslationProject -State Running"));
        Assert.Empty(Names("Get-TranslationProject -State finished"));
    }

    [Fact]
    public void A_state_that_does_not_exist_is_refused_with_the_list_of_those_that_do()
    {
        var result = bench.Run("try { Get-TranslationProject -State open } catch { throw }");

        Assert.Contains("prepared,running,finished,canceled", result.Terminating!.Exception.Message.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void Projects_come_by_id_by_record_by_job_and_by_row()
    {
        Assert.Equal(["Winter manual", "Spring catalogue"], Names($"Get-TranslationProject {Winter}, {Spring}"));
        Assert.Equal(["Spring catalogue"], Names($"'{Spring}' | Get-TranslationProject"));
        Assert.Equal(["Winter manual"], Names($"Get-TranslationProject {Winter} | Get-TranslationProject"));
        Assert.Equal(["Winter manual", "Winter manual"], Names($"Get-TranslationJob {Winter} | Get-TranslationProject"));
        Assert.Equal(["Autumn flyer"], Names($"@{{ projectId = '{Autumn}' }} | Get-TranslationProject"));
    }

    [Fact]
    public void A_prepared_project_says_what_keeps_it_from_starting_and_others_say_nothing()
    {
        var found = bench.Run("Get-TranslationProject").Output;

        Assert.Equal([false, null, null], found.Select(project => project.Properties["PublishReady"].Value));
        Assert.Equal([10, null, null], found.Select(project => project.Properties["MissingFieldCount"].Value));
        Assert.Null(Assert.Single(bench.Run($"Get-TranslationProject {Spring} -SkipCheck").Output).Properties["Validation"].Value);
    }

    [Fact]
    public void A_project_whose_jobs_have_documents_is_ready()
    {
        var project = TranslationDocuments.NewReadyProject(bench);

        Assert.Equal(true, Assert.Single(bench.Run($"Get-TranslationProject {project}").Output).Properties["PublishReady"].Value);
        Assert.Equal([project], bench.Run("Get-TranslationProject -State prepared | Where-Object PublishReady").Output.Select(found => found.Properties["ProjectId"].Value));
    }

    [Fact]
    public void Many_projects_come_whole_and_stream()
    {
        bench.Run("1..7 | ForEach-Object { \"P$_\" } | New-TranslationProject -ThrottleLimit 1 | Out-Null");

        Assert.Equal(10, bench.Run("Get-TranslationProject -ThrottleLimit 2").Output.Count);
        var before = bench.Requests().Count;
        Assert.Equal("P7", Assert.Single(bench.Run("foreach ($once in 1) { Get-TranslationProject -ThrottleLimit 2 | ForEach-Object { $_.Name; break } }").Output).BaseObject);
        Assert.Equal(3, bench.Requests().Count - before);
    }

    [Fact]
    public void Projects_pipe_to_jobs_and_on_to_an_edit()
    {
        var result = bench.Run("Get-TranslationProject -State prepared | Get-TranslationJob | Set-TranslationJob -Briefing Warm");

        Assert.Empty(result.AllErrors);
        Assert.Equal(12, result.Output.Count);
        Assert.All(result.Output, job => Assert.Equal("Warm", job.Properties["Briefing"].Value));
    }

    [Fact]
    public void A_project_is_made_edited_canceled_and_deleted()
    {
        var made = Assert.Single(bench.Run("New-TranslationProject Summer -DueDate 2026-08-31 -CouponName WELCOME").Output);
        var id = made.Properties["ProjectId"].Value;

        Assert.Equal(("prepared", new DateTime(2026, 8, 31), "77777777-1111-4222-8333-444444444444"), (made.Properties["State"].Value, made.Properties["DueDate"].Value, made.Properties["BillingAddress"].Value));
        Assert.Equal("jobs", bench.Run($"(Get-TranslationProject {id}).Validation.MissingFields[0].Field").Output.Single().BaseObject);
        var edited = Assert.Single(bench.Run($"Set-TranslationProject {id} -Name 'Late summer' -Clear due_date, coupon_name").Output);
        Assert.Equal(("Late summer", null, null), (edited.Properties["Name"].Value, edited.Properties["DueDate"].Value, edited.Properties["CouponName"].Value));
        Assert.Equal("canceled", Assert.Single(bench.Run($"Stop-TranslationProject {id} -Confirm:$false").Output).Properties["State"].Value);
        Assert.Single(bench.Run($"Remove-TranslationProject {id} -Confirm:$false").AllErrors).Says("TextKing.Http403", ErrorCategory.PermissionDenied, "Late summer", "is canceled", "Nothing was changed.");
        Assert.Empty(bench.Run($"Remove-TranslationProject {Spring} -Confirm:$false").AllErrors);
        Assert.Single(bench.Run($"Remove-TranslationProject {Spring} -Confirm:$false").AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Spring);
    }

    [Theory]
    [InlineData("Set-TranslationProject {0} -Name Late")]
    [InlineData("Stop-TranslationProject {0} -Confirm:$false")]
    [InlineData("Remove-TranslationProject {0} -Confirm:$false")]
    [InlineData("New-TranslationJob {0} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation")]
    [InlineData("Get-TranslationJob {0} | Remove-TranslationJob -Confirm:$false -ErrorAction Continue")]
    public void A_project_that_is_not_prepared_is_named_with_its_state_by_every_write(string command)
    {
        foreach (var (project, name, state) in new[] { (Winter, "Winter manual", "running"), (Autumn, "Autumn flyer", "canceled") })
        {
            var result = bench.Run(string.Format(null, command, project));

            Assert.Empty(result.Output);
            Assert.All(result.AllErrors, error => error.Says("TextKing.Http403", ErrorCategory.PermissionDenied, name, project, $"is {state}", "prepared", "Nothing was changed."));
            Assert.NotEmpty(result.AllErrors);
        }
    }

    [Theory]
    [InlineData("Get-TranslationProject {0}")]
    [InlineData("Set-TranslationProject {0} -Name A")]
    [InlineData("Start-TranslationProject {0} -Confirm:$false")]
    [InlineData("Stop-TranslationProject {0} -Confirm:$false")]
    [InlineData("Remove-TranslationProject {0} -Confirm:$false")]
    [InlineData("New-TranslationJob {0} -Name A -SourceLanguage en -TargetLanguage fr -Quality translation")]
    [InlineData("Remove-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 {0} -Confirm:$false")]
    [InlineData("Get-TranslationLineItem {0}")]
    [InlineData("Get-TranslationCoupon {0}")]
    [InlineData("Get-TranslationCallback {0} aaaaaaaa-0000-4000-8000-000000000001")]
    public void A_bad_project_id_never_leaves_and_anothers_project_is_not_there(string command)
    {
        foreach (var bad in new[] { "project-7", "' " + Spring + "'", Spring.Replace("-", string.Empty, StringComparison.Ordinal), Spring[..^1] })
        {
            Assert.Single(bench.Run(string.Format(null, command, bad)).AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no project id", "UUID", "Nothing was sent.", "Get-TranslationProject");
        }

        Assert.Empty(bench.Requests());
        Assert.Single(bench.Run(string.Format(null, command, Foreign)).AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Foreign, "Nothing was changed.");
    }

    [Theory]
    [InlineData("New-TranslationProject A -DueDate 4.5.2026", "'4.5.2026' is no date")]
    [InlineData("New-TranslationProject A -DueDate 2026-05-04T00:00:00Z", "without a zone")]
    [InlineData("New-TranslationProject A -DueDate ([datetimeoffset]'2026-05-04')", "knows none")]
    [InlineData("New-TranslationProject A -BillingAddress Vienna", "is not a UUID")]
    [InlineData("New-TranslationProject '  '", "needs a name")]
    [InlineData("@{ due_date = '2026-05-04' } | New-TranslationProject", "needs a name")]
    [InlineData("@{ projectId = '11111111-1111-4111-8111-111111111111'; name = 'A' } | New-TranslationProject", "makes new ones")]
    [InlineData("Set-TranslationProject 11111111-1111-4111-8111-111111111111 -Clear name", "cannot be cleared")]
    [InlineData("Set-TranslationProject 11111111-1111-4111-8111-111111111111 -Name ' '", "cannot be empty")]
    [InlineData("Set-TranslationProject 11111111-1111-4111-8111-111111111111 -Field @{ state = 'running' }", "no field 'state'")]
    [InlineData("[diagnostics.process]::GetCurrentProcess() | Remove-TranslationProject -Confirm:$false", "is not a job")]
    public void A_bad_value_never_leaves(string command, string words)
    {
        var error = Assert.Single(bench.Run($"try {{ {command} }} catch {{ throw }}").AllErrors);

        Assert.Contains(words, error.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Requests());
    }

    [Theory]
    [InlineData("New-TranslationProject A -CouponName NOPE", "NOPE")]
    [InlineData("New-TranslationProject A -BillingAddress 00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000000")]
    public void What_only_the_service_can_know_it_refuses(string command, string words) =>
        Assert.Single(bench.Run(command).AllErrors).Says("TextKing.Http400", ErrorCategory.InvalidData, words, "Nothing was changed.");

    [Fact]
    public void A_revived_project_is_still_a_project()
    {
        var result = bench.Run($"$revived = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-TranslationProject {Winter}))); $revived | Get-TranslationJob");

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void Nothing_to_change_is_a_warning_and_sends_nothing()
    {
        var result = bench.Run($"Get-TranslationProject {Spring} -SkipCheck | Set-TranslationProject");

        Assert.Contains("nothing is given to change", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(bench.Writes());
    }

    private IEnumerable<object> Names(string command)
    {
        var result = bench.Run(command);
        Assert.Empty(result.AllErrors);
        return result.Output.Select(project => project.Properties["Name"].Value);
    }
}
