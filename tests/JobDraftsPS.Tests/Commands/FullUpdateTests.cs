using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>Set-TranslationJob -Full reads before it asks, and sends what it read along.</summary>
public sealed class FullUpdateTests
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Job = "aaaaaaaa-0000-4000-8000-000000000001";

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_second_row_of_one_job_keeps_what_the_first_one_wrote(int throttleLimit)
    {
        using var session = new Session();
        var rows = $"[pscustomobject]@{{ jobId = '{Job}'; briefing = 'first' }}, [pscustomobject]@{{ jobId = '{Job}'; name = 'second' }}";

        var result = session.Run($$"""
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            {{rows}} | Set-TranslationJob -ProjectId {{Project}} -Full -ThrottleLimit {{throttleLimit}} | Out-Null
            Get-TranslationJob {{Project}} {{Job}}
            $sandbox | Stop-JobDraftSandbox
            """);

        Assert.Empty(result.AllErrors);
        var job = Assert.Single(result.Output);
        Assert.Equal("first", job.Properties["Briefing"].Value);
        Assert.Equal("second", job.Properties["Name"].Value);
    }

    [Fact]
    public void The_whole_set_is_asked_for_and_nothing_is_written()
    {
        var host = new RecordingHost(width: 400);
        using var session = new Session(host);

        session.Run($$"""
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            Set-TranslationJob {{Job}} {{Project}} -Briefing new -Full -WhatIf
            $sandbox | Stop-JobDraftSandbox
            """);

        Assert.Contains("briefing = new; name = Leaflet EN to FR; source_language = en; target_language = fr", host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_row_comes_after_the_rows_before_it_that_are_still_being_read()
    {
        using var session = new Session();

        var result = session.Run($$"""
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            '{{Job}}', 'no id' | Set-TranslationJob -ProjectId {{Project}} -Full -Briefing b 2>&1
            $sandbox | Stop-JobDraftSandbox
            """);

        Assert.Equal(
            [Job, "JobDrafts.BadValue"],
            result.Output.Select(item => item.BaseObject is ErrorRecord error ? error.Id() : (string)item.Properties["JobId"].Value));
    }

    [Fact]
    public void A_job_that_cannot_be_read_is_an_error_of_its_row_and_the_others_go_on()
    {
        using var session = new Session();

        var result = session.Run($$"""
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            'aaaaaaaa-0000-4000-8000-000000000099', '{{Job}}' | Set-TranslationJob -ProjectId {{Project}} -Full -Briefing b
            $sandbox | Stop-JobDraftSandbox
            """);

        Assert.Equal("TextKing.Http404", Assert.Single(result.AllErrors).Id());
        Assert.Equal(Job, Assert.Single(result.Output).Properties["JobId"].Value);
    }
}
