using System.Management.Automation;
using System.Text.Json;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class NewJobDraftTests(Bench bench) : IClassFixture<Bench>
{
    [Fact]
    public void A_text_goes_out_in_the_short_form()
    {
        var run = bench.Run("New-JobDraft 'Draw boxes' -ExternalId spring-1");

        using var body = JsonDocument.Parse(run.Body);
        Assert.Equal("Draw boxes", body.RootElement.GetProperty("rawJobDescription").GetString());
        Assert.Equal("spring-1", body.RootElement.GetProperty("externalId").GetString());
        Assert.StartsWith("jdps-", body.RootElement.GetProperty("idempotencyKey").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, body.RootElement.EnumerateObject().Count());
    }

    [Fact]
    public void Piped_texts_are_one_draft_each_in_order()
    {
        var run = bench.Run("'One', 'Two' | New-JobDraft -ThrottleLimit 1");

        Assert.Equal(["One", "Two"], run.Writes.Select(call => Member(call, "rawJobDescription")));
        Assert.Equal(2, run.Result.Output.Count);
    }

    [Theory]
    [InlineData("description")]
    [InlineData("jobDescription")]
    [InlineData("RawJobDescription")]
    public void Rows_bring_their_text_and_reference(string column)
    {
        var run = bench.Run("$row | New-JobDraft", ("row", Rows.Of((column, "Draw boxes"), ("externalId", "e1"), ("idempotencyKey", "k1"))));

        Assert.Equal("""{"rawJobDescription":"Draw boxes","externalId":"e1","idempotencyKey":"k1"}""", run.Body);
    }

    [Fact]
    public void A_column_that_is_not_used_warns_once()
    {
        object[] rows = [Rows.Of(("description", "One"), ("headcount", "2")), Rows.Of(("description", "Two"), ("headcount", "3"))];

        var run = bench.Run("$rows | New-JobDraft", ("rows", rows));

        Assert.Equal(2, run.Writes.Count);
        Assert.Contains("'headcount'", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-JobDraft -Job @{ title = 'Signs'; rateAmount = 0.06; languages = @('English') }", "opentrain_canonical", "job", """{"languages":["English"],"rateAmount":0.06,"title":"Signs"}""")]
    [InlineData("New-JobDraft -JsonLd @{ title = 'Signs'; hiringOrganization = @{ name = 'Lind' } }", "schema_org_job_posting", "jsonLd", """{"hiringOrganization":{"name":"Lind"},"title":"Signs"}""")]
    [InlineData("New-JobDraft -Xml '<job/>' -Format indeed_xml", "indeed_xml", "xml", "\"<job/>\"")]
    [InlineData("New-JobDraft -Xml '<job/>' -Format hr_xml", "hr_xml", "xml", "\"<job/>\"")]
    public void Structured_forms_name_their_format(string command, string format, string member, string content)
    {
        var run = bench.Run(command);

        using var body = JsonDocument.Parse(run.Body);
        using var expected = JsonDocument.Parse(content);
        Assert.Equal(format, body.RootElement.GetProperty("format").GetString());
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement.GetProperty(member)), run.Body);
    }

    [Fact]
    public void The_order_of_a_hashtables_keys_does_not_change_the_key_of_the_draft()
    {
        var run = bench.Run("""
            New-JobDraft -Job ([ordered]@{ title = 'Signs'; pay = [ordered]@{ unit = 'USD'; rate = 1.5 } })
            New-JobDraft -Job ([ordered]@{ pay = [ordered]@{ rate = 1.5; unit = 'USD' }; title = 'Signs' })
            New-JobDraft -Job ([ordered]@{ pay = [ordered]@{ rate = 1.6; unit = 'USD' }; title = 'Signs' })
            """);

        var keys = run.Writes.Select(call => Member(call, "idempotencyKey")).ToArray();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public void The_same_text_has_the_same_key_in_every_session_and_another_reference_another()
    {
        using var other = new Bench();

        var here = bench.Run("New-JobDraft 'Same'; New-JobDraft 'Same' -ExternalId may");
        var there = other.Run("New-JobDraft 'Same'");

        var keys = here.Writes.Concat(there.Writes).Select(call => Member(call, "idempotencyKey")).ToArray();
        Assert.Equal(keys[0], keys[2]);
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Fact]
    public void A_text_of_the_longest_length_goes_out_and_a_longer_one_is_refused()
    {
        Assert.Single(bench.Run("New-JobDraft $text", ("text", new string('a', 60_000))).Writes);

        var run = bench.Run("$text, 'Short' | New-JobDraft", ("text", new string('a', 60_001)));

        Assert.Equal("Short", Member(Assert.Single(run.Writes), "rawJobDescription"));
        Assert.Single(run.Result.Errors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1: ", "60001", "60000", "Nothing was sent.");
    }

    [Theory]
    [InlineData("@{ description = '' } | New-JobDraft")]
    [InlineData("@{ externalId = 'only' } | New-JobDraft")]
    [InlineData("'   ' | New-JobDraft")]
    [InlineData("@{ description = 'System.String[]' } | New-JobDraft")]
    public void A_row_without_a_usable_text_is_refused(string command)
    {
        var run = bench.Run(command);

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1: ", "escription", "Nothing was sent.");
    }

    private static string? Member(RecordedCall call, string name)
    {
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.GetProperty(name).GetString();
    }
}
