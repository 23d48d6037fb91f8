using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class CompleteSandboxTranslationTests
{
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string First = "bbbbbbbb-0000-4000-8000-000000000001";

    [Fact]
    public void A_job_goes_the_way_that_only_TEXTKING_and_its_web_site_can_take()
    {
        using var bench = new SandboxBench();
        string? After(string step)
        {
            var result = bench.Run($"Complete-SandboxTranslation {First} {step} -Sandbox $sandbox; (Get-TranslationJob {Winter} {First}).State");
            Assert.Empty(result.AllErrors);
            return (string?)Assert.Single(result.Output).BaseObject;
        }

        Assert.Equal("translation-delivered", After("Deliver"));
        Assert.Equal("revision-requested", After("Revise"));
        Assert.Equal("translation-delivered", After(string.Empty));
        Assert.Equal("completed", After("Complete"));
    }

    [Fact]
    public void Jobs_are_piped_in_and_one_in_another_state_does_not_stop_the_others()
    {
        using var bench = new SandboxBench();
        bench.Run($"Complete-SandboxTranslation {First} -Sandbox $sandbox");

        var result = bench.Run($"$jobs = Get-TranslationJob {Winter}; $jobs | Complete-SandboxTranslation -Sandbox $sandbox; (Get-TranslationJob {Winter}).State");

        Assert.Single(result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1", First, "is translation-delivered; it becomes translation-delivered only from");
        Assert.Equal(["translation-delivered", "translation-delivered"], result.Output.Select(state => state.BaseObject));
    }

    [Fact]
    public async Task A_sandbox_of_another_process_is_reached_by_its_address()
    {
        using var bench = new SandboxBench();

        var other = await EngineProcess.RunAsync($"""
            Import-Module '{Repository.Manifest}'
            Complete-SandboxTranslation {First} Cancel -Sandbox '{bench.Sandbox}'
            Complete-SandboxTranslation {First} Deliver -Sandbox '{bench.Sandbox}'
            """);

        Assert.Contains("is canceled; it becomes translation-delivered only from", other.Error, StringComparison.Ordinal);
        Assert.Equal("canceled", Assert.Single(bench.Run($"(Get-TranslationJob {Winter} {First}).State").Output).BaseObject);
    }

    [Fact]
    public void Without_a_sandbox_it_says_how_to_name_one()
    {
        using var session = new Session();

        var result = session.Run("try { Complete-SandboxTranslation x -Sandbox http://127.0.0.1:9 } catch { throw }");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "No sandbox answers");
    }

    [Fact]
    public void What_is_no_job_is_named()
    {
        using var bench = new SandboxBench();

        Assert.Single(bench.Run("Complete-SandboxTranslation x -Sandbox $sandbox").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'x' is not a job's id");
        Assert.Single(bench.Run("[System.Diagnostics.Process]::GetCurrentProcess() | Complete-SandboxTranslation -Sandbox $sandbox").AllErrors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "System.Diagnostics.Process");
    }

    [Fact]
    public void WhatIf_delivers_nothing()
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"Complete-SandboxTranslation {First} -Sandbox $sandbox -WhatIf; (Get-TranslationJob {Winter} {First}).State");

        Assert.Equal("translation-pending", Assert.Single(result.Output).BaseObject);
    }
}
