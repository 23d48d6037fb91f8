namespace JobDraftsPS.QuickStart.Tests;

public class OutputTests(TalkativeScript run) : IClassFixture<TalkativeScript>
{
    [Fact]
    public void Redirected_output_has_no_escape_codes_and_no_progress()
    {
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
        Assert.DoesNotContain("half of it", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_go_to_output_and_everything_about_them_to_error()
    {
        Assert.Contains("To the console", run.Output, StringComparison.Ordinal);
        Assert.Contains("one two three", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("take care", run.Output, StringComparison.Ordinal);
        Assert.Contains("WARNING: take care", run.Error, StringComparison.Ordinal);
        Assert.Contains("divide by zero", run.Error, StringComparison.Ordinal);
        Assert.Contains("the end", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_written_before_the_script_failed_are_shown()
    {
        Assert.Contains("job_1 DRAFT", run.Output, StringComparison.Ordinal);
        Assert.Contains("job_2 OPEN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_file_and_line()
    {
        Assert.Contains("script.ps1:6", run.Error, StringComparison.Ordinal);
        Assert.Contains("script.ps1:8", run.Error, StringComparison.Ordinal);
    }
}
