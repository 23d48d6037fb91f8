using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Tests.Plans;

public sealed class PlanFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jdps-plan-").FullName;
    private readonly PlanBench bench = new();

    private string Path => System.IO.Path.Combine(folder, "plan.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_plan_comes_back_as_it_was_written()
    {
        var plan = Sample();

        PlanFile.Write(Path, plan);
        var read = PlanFile.Read(Path);

        Assert.Equal(plan.Hash, read.Hash);
        Assert.Equal(plan.CreatedAt, read.CreatedAt);
        Assert.Equal(plan.Accounts, read.Accounts);
        Assert.Equal(plan.Rows.Select(Told), read.Rows.Select(Told));
        Assert.Equal(plan.Findings.Select(finding => finding.ToString()), read.Findings.Select(finding => finding.ToString()));
        Assert.Equal([Path], Directory.GetFiles(folder));
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        File.WriteAllText(Path, "old");
        PlanFile.Write(Path, Sample());

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows folders are the user's already.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    [Theory]
    [InlineData("\"Street signs\"", "\"Other\"")]
    [InlineData("21.50", "21.51")]
    [InlineData("\"jobId\": \"j1\"", "\"jobId\": \"j9\"")]
    [InlineData("\"operation\": \"Close\"", "\"operation\": \"Publish\"")]
    [InlineData("\"jobTitle\"", "\"dataType\"")]
    [InlineData("\"Polish\"", "\"German\"")]
    [InlineData("\"DAILY\"", "\"WEEKLY\"")]
    [InlineData("500", "501")]
    [InlineData("\"account\"", "\"other\"")]
    [InlineData("\"code\": \"BadValue\"", "\"code\": \"NoChange\"")]
    [InlineData("\"severity\": \"Error\"", "\"severity\": \"Info\"")]
    public void An_edited_plan_is_refused(string from, string to)
    {
        PlanFile.Write(Path, Sample());
        var text = File.ReadAllText(Path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Path, text.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains("was changed after it was made", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows", 0, "row", "9")]
    [InlineData("rows", 1, "service", "\"OpenTrain\"")]
    [InlineData("rows", 0, "projectId", "\"p\"")]
    [InlineData("rows", 0, "changes", "[]")]
    [InlineData("findings", 0, "row", "1")]
    [InlineData("findings", 0, "code", "\"BadRow\"")]
    [InlineData("findings", 0, "row", "null")]
    public void Each_thing_that_a_plan_does_is_part_of_its_name(string list, int index, string member, string value)
    {
        PlanFile.Write(Path, Sample());
        var plan = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        plan[list]![index]![member] = JsonNode.Parse(value);

        AssertOtherName(plan);
    }

    [Theory]
    [InlineData("accounts", """{"Sorce":"account"}""")]
    [InlineData("accounts", """{"OpenTrain":"account","Sorce":"other"}""")]
    [InlineData("accounts", "{}")]
    [InlineData("publishShare", "3")]
    public void Its_accounts_and_its_share_are_part_of_its_name_too(string member, string value)
    {
        PlanFile.Write(Path, Sample());
        var plan = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        plan[member] = JsonNode.Parse(value);

        AssertOtherName(plan);
    }

    [Fact]
    public void The_order_of_the_accounts_says_nothing()
    {
        var plan = Sample();
        plan.Accounts["Sorce"] = "s";
        plan.Hash = PlanHash.Of(plan);
        plan.Accounts = new Dictionary<string, string> { ["Sorce"] = "s", ["OpenTrain"] = "account" };

        Assert.Equal(plan.Hash, PlanHash.Of(plan));
    }

    [Fact]
    public void The_project_of_a_row_comes_back()
    {
        var plan = bench.Plan($"service,jobId,projectId,name\nTextKing,{PlanBench.Job},{PlanBench.Project},A\n");

        PlanFile.Write(Path, plan);

        Assert.Equal(PlanBench.Project, PlanFile.Read(Path).Rows[0].ProjectId);
    }

    [Fact]
    public void A_share_of_the_publications_and_present_values_come_back()
    {
        bench.State.Know(JobService.OpenTrain, null, "j1").Values["jobTitle"] = "Older";
        var plan = Sample();
        plan.PublishShare = 4;
        plan.Hash = PlanHash.Of(plan);

        PlanFile.Write(Path, plan);
        var read = PlanFile.Read(Path);

        Assert.Equal(4, read.PublishShare);
        Assert.Equal("Older", read.Rows[0].Changes[0].From);
        Assert.True(read.Rows[0].Changes[0].FromKnown);
        Assert.False(read.Rows[0].Changes[1].FromKnown);
    }

    [Theory]
    [InlineData("", "no plan")]
    [InlineData("[]", "it is no plan")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":2}", "it has version 2")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":1}", "it lacks 'hash'")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":1,\"hash\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"accounts\":{},\"rows\":[1],\"findings\":[]}", "it lacks 'row'")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":\"1\"}", "it is no plan")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":1,\"hash\":\"\\ud800\"}", "no plan that can be read")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":1,\"hash\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"accounts\":{},\"rows\":[{\"row\":\"1\"}],\"findings\":[]}", "it lacks 'row'")]
    [InlineData("{\"type\":\"JobDraftsPS.plan\",\"version\":1,\"hash\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"accounts\":{\"Sorce\":\"x\",\"Sorce\":\"y\"},\"rows\":[],\"findings\":[]}", "Sorce")]
    public void What_is_no_plan_of_this_version_is_refused(string text, string says)
    {
        File.WriteAllText(Path, text);

        Assert.Contains(says, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_plan_is_the_same_on_another_day_and_in_another_state()
    {
        var before = Sample();
        bench.State.Know(JobService.OpenTrain, null, "j1").Values["jobTitle"] = "Older";

        var after = Sample();

        Assert.NotEqual(before.Rows[0].Changes[0].ToString(), after.Rows[0].Changes[0].ToString());
        Assert.Equal(before.Hash, after.Hash);
    }

    [Fact]
    public void A_plan_that_was_edited_in_memory_is_refused_too()
    {
        var plan = Sample();
        plan.Rows[0].Changes[0].To = "Other";

        Assert.Throws<JobDraftsApiException>(() => PlanFile.RequireUnedited(plan, "given"));
    }

    [Theory]
    [InlineData("\"to\": \"Street signs\"", "\"from\": \"Invented\", \"to\": \"Street signs\"")]
    [InlineData("\"hazards\": []", "\"hazards\": [\"LiveEdit\"]")]
    [InlineData("\"hazards\": [\n        \"Irreversible\"\n      ]", "\"hazards\": []")]
    [InlineData("\"createdAt\": \"1970", "\"createdAt\": \"2026")]
    [InlineData("\"message\": \"", "\"message\": \"Do not mind. ")]
    [InlineData("\"column\": \"pricePerHour\"", "\"column\": \"jobTitle\"")]
    [InlineData("\"check\": \"", "\"check\": \"0")]
    public void What_a_plan_only_shows_is_covered_too(string from, string to)
    {
        PlanFile.Write(Path, Sample());
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Path, text.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains("was changed after it was made", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"note\": 1, \"version\": 1", "'note'")]
    [InlineData("\"row\": 1", "\"row\": 1, \"id\": 1", "'id'")]
    [InlineData("\"field\": ", "\"was\": 1, \"field\": ", "'was'")]
    [InlineData("\"severity\": ", "\"hint\": 1, \"severity\": ", "'hint'")]
    [InlineData("\"to\": \"Street signs\"", "\"to\": \"Street signs\", \"to\": \"Other\"", "twice")]
    [InlineData("\"version\": 1", "\"version\": 1, \"version\": 1", "twice")]
    [InlineData("\"check\": ", "\"chekk\": ", "'chekk'")]
    [InlineData("\"window\": \"DAILY\"", "\"window\": \"DAILY\", \"window\": \"WEEKLY\"", "'window' twice")]
    public void What_no_plan_has_is_refused(string from, string to, string says)
    {
        PlanFile.Write(Path, Sample());
        var text = File.ReadAllText(Path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Path, text.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(says, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_its_checksum_is_refused()
    {
        PlanFile.Write(Path, Sample());
        var plan = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        plan.Remove("check");
        File.WriteAllText(Path, plan.ToJsonString());

        Assert.Contains("it lacks 'check'", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_was_only_laid_out_anew_is_the_same()
    {
        var plan = Sample();
        PlanFile.Write(Path, plan);
        var text = File.ReadAllText(Path);
        foreach (var laidOut in new[] { text.ReplaceLineEndings("\r\n"), "\ufeff" + text, text.Replace("  ", "\t", StringComparison.Ordinal) + "\n" })
        {
            File.WriteAllText(Path, laidOut);

            Assert.Equal(plan.Hash, PlanFile.Read(Path).Hash);
        }
    }

    /// <summary>The checksum stops a changed file before; the name has to show the change by itself.</summary>
    private static void AssertOtherName(JsonObject changed)
    {
        using var document = JsonDocument.Parse(changed.ToJsonString());
        var plan = PlanJson.Read(document.RootElement);

        Assert.Throws<JobDraftsApiException>(() => PlanFile.RequireUnedited(plan, "given"));
    }

    private string Refusal()
    {
        var refused = Assert.Throws<JobDraftsApiException>(() => PlanFile.Read(Path));
        Assert.Equal("JobDrafts.Plan", refused.ErrorId);
        return refused.Message;
    }

    private JobDraftPlan Sample() => bench.Plan("""
        service,jobId,operation,jobTitle,pricePerHour,languages,budgets,clear
        OpenTrain,j1,,Street signs,21.50,English;Polish,,dataType
        Sorce,s1,,,,,"[{""window"":""DAILY"",""budgetCents"":500,""notes"":null}]",
        Sorce,s2,Close,,,,,
        OpenTrain,j2,,,cheap,,,
        """);

    private static string Told(PlanRow row) => $"{row.Row} {row.Service} {row.Operation} {row.ProjectId} {row.JobId} {string.Join("; ", row.Changes.Select(change => change.ToString()))} {string.Join(' ', row.Hazards)}";
}
