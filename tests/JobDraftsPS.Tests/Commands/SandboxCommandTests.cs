using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class SandboxCommandTests
{
    [Fact]
    public void Started_it_is_listed_until_it_is_stopped()
    {
        using var bench = new SandboxBench();
        const string List = "(Get-JobDraftSandbox).ControlUri.AbsoluteUri -contains $sandbox.ControlUri.AbsoluteUri";

        Assert.Equal(true, bench.Run(List).Output.Single().BaseObject);
        Assert.Empty(bench.Run("$sandbox | Stop-JobDraftSandbox").AllErrors);
        Assert.Equal(false, bench.Run(List).Output.Single().BaseObject);
    }

    [Fact]
    public void It_lives_on_loopback_and_speaks_for_all_three_services()
    {
        using var bench = new SandboxBench();

        Assert.All(new[] { "OpenTrain", "TextKing", "Sorce" }, service =>
        {
            Assert.True(bench.Address(service).IsLoopback);
            Assert.NotEmpty(bench.Token(service));
        });
    }

    [Fact]
    public void A_port_in_use_is_refused_by_its_number()
    {
        using var bench = new SandboxBench();
        var port = bench.Address("OpenTrain").Port;

        var result = bench.Run("try { Start-JobDraftSandbox -Port $port } catch { throw }", ("port", port));

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, port.ToString(System.Globalization.CultureInfo.InvariantCulture), "in use");
        Assert.Empty(bench.Run("Get-DraftCapabilities").AllErrors);
    }

    [Fact]
    public void WhatIf_starts_turns_and_stops_nothing()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Start-JobDraftSandbox -WhatIf; $sandbox | Set-JobDraftSandbox -PublishQuota 0 -WhatIf; $sandbox | Stop-JobDraftSandbox -WhatIf; Publish-Job ot-draft-07 -Service OpenTrain");

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
    }

    [Fact]
    public void A_rate_of_faults_meets_every_request_or_none()
    {
        using var bench = new SandboxBench();
        var failing = Assert.Single(bench.Run("$broken = Start-JobDraftSandbox -FaultRate 1; Connect-JobDraftService -Sandbox $broken; Close-JobListing job_live01 -Confirm:$false -MaxWaitSec 0").AllErrors);
        Assert.Equal(ErrorCategory.ResourceUnavailable, failing.CategoryInfo.Category);

        var working = bench.Run("$broken | Set-JobDraftSandbox -FaultRate 0; Get-JobListing job_live01; $broken | Stop-JobDraftSandbox");
        Assert.Empty(working.AllErrors);
        Assert.Equal("ACTIVE", Assert.Single(working.Output).Properties["Status"].Value);
    }

    [Fact]
    public void A_quota_and_a_clock_can_be_turned()
    {
        using var bench = new SandboxBench(null, "-PublishQuota 1");

        var result = bench.Run("""
            Publish-Job ot-draft-07 -Service OpenTrain | Out-Null
            $before = ($sandbox | Set-JobDraftSandbox -AdvanceClock '1.00:00:01' -PublishQuota 5 -PassThru)
            $before.PublishQuota
            ($before.Now - $sandbox.Now) -ge [timespan]'1.00:00:01'
            (Publish-Job ot-draft-15 -Service OpenTrain).JobId
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["5", "True", "ot-draft-15"], result.Output.Select(item => item.ToString()));
    }

    [Fact]
    public void A_fault_meets_the_request_that_it_names_and_no_other()
    {
        using var bench = new SandboxBench();
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Status'; Status = 404; Service = 'OpenTrain'; Method = 'PATCH'; PathContains = 'ot-draft-02' }");

        var error = bench.MiddleRowOf("Update-JobDraft -Headcount 3", ["ot-draft-01", "ot-draft-02", "ot-draft-03"], 1);

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Empty(bench.Run("Update-JobDraft ot-draft-02 -Headcount 3").AllErrors);
    }

    [Theory]
    [InlineData("@{ Kind = 'Nonsense' }", "Nonsense")]
    [InlineData("@{ Status = 500 }", "Kind")]
    [InlineData("@{ Kind = 'Status'; Colour = 'red' }", "Colour")]
    [InlineData("@{ Kind = 'Status'; Status = 'x' }", "Status")]
    [InlineData("@{ Kind = 'Status'; Service = 'Other' }", "Other")]
    public void A_fault_that_is_not_understood_is_refused_by_name(string fault, string name)
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"try {{ $sandbox | Set-JobDraftSandbox -Fault {fault} }} catch {{ throw }}");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, name);
    }

    [Fact]
    public void Waiting_faults_can_be_forgotten()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Status'; Status = 404; Count = 50 }; $sandbox | Set-JobDraftSandbox -ClearFault; Update-JobDraft ot-draft-01 -Headcount 3");

        Assert.Empty(result.AllErrors);
    }

    [Fact]
    public void Sorces_gates_can_be_closed_and_opened()
    {
        using var bench = new SandboxBench();

        var terms = bench.Run("$sandbox | Set-JobDraftSandbox -TermsAccepted $false; Publish-Job job_s01 -Service Sorce");
        var card = bench.Run("$sandbox | Set-JobDraftSandbox -TermsAccepted $true -CardOnFile $false; Publish-Job job_s01 -Service Sorce");
        var open = bench.Run("$sandbox | Set-JobDraftSandbox -CardOnFile $true; Publish-Job job_s01 -Service Sorce");

        Assert.Single(terms.AllErrors).Says("Sorce.AGREEMENT_OUTDATED", ErrorCategory.InvalidOperation, "job_s01", "dashboard", "Nothing was changed.");
        Assert.Single(card.AllErrors).Says("Sorce.PAYMENT_METHOD_REQUIRED", ErrorCategory.PermissionDenied, "job_s01", "card", "Nothing was changed.");
        Assert.Empty(open.AllErrors);
    }

    [Fact]
    public void A_sandbox_that_does_not_run_here_is_not_stopped_and_says_so()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("$sandbox | Stop-JobDraftSandbox; $sandbox | Stop-JobDraftSandbox");

        Assert.Empty(result.AllErrors);
        Assert.Contains("nothing was stopped", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_file_that_is_not_there_is_refused_by_name()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("try { Start-JobDraftSandbox -DataPath no-such-file.json } catch { throw }");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no-such-file.json");
    }
}
