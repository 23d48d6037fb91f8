using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>What cannot be taken back, or costs without end, is asked about; the rest is not.</summary>
public sealed class UnlimitedBudgetTests
{
    private const string Unlimited = "'job_s03', 'job_s04' | Set-JobListing -UnlimitedBudget -ThrottleLimit 1";
    private const string Close = "'job_live01', 'job_live02' | Close-JobListing -ThrottleLimit 1";

    [Theory]
    [InlineData(Unlimited, "UnlimitedBudget: spending has no cap any more")]
    [InlineData(Close, "Close for good")]
    public void It_asks_by_default_and_takes_a_no(string command, string words)
    {
        var host = new RecordingHost(answer: question => question.Contains("job_s03", StringComparison.Ordinal) || question.Contains("job_live01", StringComparison.Ordinal) ? "No" : "Yes");
        using var bench = new SandboxBench(host);

        var result = bench.Run(command);

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, host.Questions.Count);
        Assert.All(host.Questions, question => Assert.Contains(words, question, StringComparison.Ordinal));
        Assert.Single(result.Output);
        Assert.Single(bench.Writes());
    }

    [Theory]
    [InlineData(Unlimited, "Yes to All", 1, 2)]
    [InlineData(Unlimited, "No to All", 1, 0)]
    [InlineData(Unlimited + " -Confirm", "Yes", 2, 2)]
    [InlineData(Unlimited + " -Confirm:$false", "No", 0, 2)]
    [InlineData(Unlimited + " -WhatIf", "Yes", 0, 0)]
    [InlineData("$ConfirmPreference = 'None'; " + Unlimited, "No", 0, 2)]
    [InlineData("$ConfirmPreference = 'Medium'; " + Unlimited, "Yes", 2, 2)]
    [InlineData("$ConfirmPreference = 'Low'; " + Unlimited, "No", 2, 0)]
    [InlineData(Close + " -Confirm:$false", "No", 0, 2)]
    [InlineData("Set-JobListing job_s03 -RemoveBudget DAILY", "No", 0, 1)]
    [InlineData("Suspend-JobListing job_live01", "No", 0, 1)]
    public void The_usual_switches_and_preferences_hold(string command, string answer, int questions, int writes)
    {
        var host = new RecordingHost(answer: _ => answer);
        using var bench = new SandboxBench(host);

        var result = bench.Run(command);

        Assert.Empty(result.AllErrors);
        Assert.Equal((questions, writes), (host.Questions.Count, bench.Writes().Count));
    }

    [Theory]
    [InlineData(Unlimited)]
    [InlineData(Close)]
    public void A_host_that_cannot_ask_gets_one_error_and_nothing_is_sent(string command)
    {
        using var bench = new SandboxBench(new RecordingHost());

        var result = bench.Run($"try {{ {command} }} catch {{ throw }}");

        result.Terminating!.Says("JobDrafts.CannotConfirm", System.Management.Automation.ErrorCategory.InvalidOperation, "cannot ask", "Nothing was sent.", "-Confirm:$false");
        Assert.Empty(bench.Writes());
    }
}
