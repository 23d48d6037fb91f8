namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>What the cells of a sheet become, and how wrong ones are named.</summary>
public sealed class PlanCellTests
{
    private readonly PlanBench bench = new();

    [Fact]
    public void One_sheet_serves_all_services()
    {
        var plan = bench.Plan($$"""
            service,jobId,projectId,jobTitle,pricePerHour,languages,is_active,title,budgets
            opentrain,j1,,Street signs,21.50,English; Polish,,,
            TextKing,{{PlanBench.Job}},{{PlanBench.Project}},,,,no,,
            SORCE,s1,,,,,,Baker,"[{""window"":""DAILY"",""budgetCents"":500}]"
            """);

        Assert.DoesNotContain(plan.Findings, finding => finding.Severity == PlanSeverity.Error);
        Assert.Equal([JobService.OpenTrain, JobService.TextKing, JobService.Sorce], plan.Rows.Select(row => row.Service));
        Assert.Equal(["jobTitle", "pricePerHour", "languages"], plan.Rows[0].Changes.Select(change => change.Field));
        Assert.Equal(["Street signs", 21.50m, new object?[] { "English", "Polish" }], plan.Rows[0].Changes.Select(change => change.To));
        Assert.Equal(false, Assert.Single(plan.Rows[1].Changes).To);
        var budget = Assert.IsType<Dictionary<string, object?>>(Assert.Single(Assert.IsType<object?[]>(plan.Rows[2].Changes[1].To)));
        Assert.Equal(500L, budget["budgetCents"]);
    }

    [Theory]
    [InlineData("headcount", "4.6", "BadValue", "not a whole number")]
    [InlineData("headcount", "0", "BadValue", "below 1")]
    [InlineData("pricePerHour", "\"21,50\"", "BadValue", "decimal point")]
    [InlineData("pricePerHour", "1kb", "BadValue", "not a number")]
    [InlineData("experienceLevel", "EXP", "BadValue", "EXPERT, ENTRY_LEVEL")]
    [InlineData("languages", "System.String[]", "BadValue", ".NET type")]
    [InlineData("languages", "\"[\"\"a\"\"\"", "BadValue", "begins like JSON")]
    [InlineData("headcont", "4", "UnknownField", "did you mean 'headcount'")]
    [InlineData("clear", "headcont", "UnknownField", "did you mean 'headcount'")]
    [InlineData("operation", "Publsh", "BadValue", "did you mean 'Publish'")]
    [InlineData("operation", "1", "BadValue", "not one of Update, Create, Publish, Close")]
    [InlineData("service", "OpenTran", "BadValue", "did you mean 'OpenTrain'")]
    public void A_bad_cell_is_named_by_row_and_column(string column, string cell, string code, string says)
    {
        bench.DefaultService = JobService.OpenTrain;
        var plan = bench.Plan($"jobId,jobTitle,{column}\nj1,A,\nj2,B,{cell}\n");

        Assert.Equal($"2|{column}|Error|{code}", PlanBench.Only(plan));
        Assert.Contains(says, plan.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_cell_of_a_sheet_is_named()
    {
        bench.DefaultService = JobService.OpenTrain;

        var plan = bench.Plan("jobId,headcount,pricePerHour,typo\nj1,x,y,z\nj2,1,2,\nj3,1,2,3\n");

        Assert.Equal(["1 headcount", "1 pricePerHour", "1 typo", "3 typo"], plan.Findings.Select(finding => $"{finding.Row} {finding.Column}"));
    }

    [Theory]
    [InlineData("[{\"jobId\":\"j1\",\"experienceLevel\":null,\"jobTitle\":\"\"}]", "a.json")]
    [InlineData("- jobId: j1\n  experienceLevel: null\n  jobTitle: ''\n", "a.yaml")]
    [InlineData("jobId,experienceLevel,jobTitle,clear\nj1,,,experience_level\n", "a.csv")]
    public void Null_clears_and_empty_leaves_alone(string text, string name)
    {
        bench.DefaultService = JobService.OpenTrain;

        var change = Assert.Single(bench.Plan(text, name).Rows[0].Changes);

        Assert.Equal(("experienceLevel", null), (change.Field, change.To));
    }

    [Fact]
    public void A_field_that_the_service_needs_cannot_be_cleared()
    {
        bench.DefaultService = JobService.TextKing;

        Assert.Equal("1|quality|Error|BadValue", PlanBench.Only(bench.Plan($"[{{\"jobId\":\"{PlanBench.Job}\",\"projectId\":\"{PlanBench.Project}\",\"quality\":null}}]", "a.json")));
    }

    [Fact]
    public void A_set_is_cleared_as_an_empty_set()
    {
        bench.DefaultService = JobService.Sorce;

        Assert.Equal(Array.Empty<object?>(), Assert.Single(bench.Plan("jobId,clear\ns1,questions\n").Rows[0].Changes).To);
    }

    [Theory]
    [InlineData("[Remote] Translator")]
    [InlineData("{draft} Translator")]
    public void A_text_that_begins_with_a_bracket_stays_a_text(string title)
    {
        bench.DefaultService = JobService.OpenTrain;

        Assert.Equal(title, bench.Plan($"jobId,jobTitle\nj1,{title}\n").Rows[0].Changes[0].To);
    }

    [Fact]
    public void A_field_in_a_value_and_in_clear_is_an_error()
    {
        bench.DefaultService = JobService.OpenTrain;

        Assert.Equal("1|clear|Error|BadRow", PlanBench.Only(bench.Plan("jobId,jobTitle,clear\nj1,A,jobTitle\n")));
    }

    [Fact]
    public void A_shifted_row_is_an_error()
    {
        bench.DefaultService = JobService.OpenTrain;

        Assert.Equal("1||Error|BadRow", PlanBench.Only(bench.Plan("jobId,jobTitle,headcount\nj1,A\n")));
    }

    [Fact]
    public void A_row_that_names_no_service_is_an_error()
    {
        var plan = bench.Plan("jobId,jobTitle\nj1,A\n");

        Assert.Equal("1|service|Error|Missing", PlanBench.Only(plan));
        Assert.Empty(plan.Rows);
    }

    [Theory]
    [InlineData("OpenTrain", "Update", "", "", "no jobId")]
    [InlineData("OpenTrain", "Create", "j1", "", "a new job has no jobId")]
    [InlineData("TextKing", "Update", PlanBench.Job, "", "no projectId")]
    [InlineData("TextKing", "Update", "", PlanBench.Project, "no jobId")]
    [InlineData("TextKing", "Update", "123", PlanBench.Project, "'123' is no job id")]
    [InlineData("TextKing", "Publish", PlanBench.Job, PlanBench.Project, "as a whole")]
    [InlineData("Sorce", "Publish", "", "", "no jobId")]
    public void A_row_that_does_not_name_its_job_is_an_error(string service, string operation, string jobId, string projectId, string says)
    {
        var plan = bench.Plan($"service,operation,jobId,projectId\n{service},{operation},{jobId},{projectId}\n");

        var finding = plan.Findings.First(found => found.Severity == PlanSeverity.Error);
        Assert.Equal(("Missing", (int?)1), (finding.Code, finding.Row));
        Assert.Contains(says, finding.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("OpenTrain", "jobTitle", "")]
    [InlineData("Sorce", "title", "")]
    [InlineData("TextKing", "name", PlanBench.Project)]
    public void Rows_that_name_no_job_do_not_contradict_each_other(string service, string field, string projectId)
    {
        var plan = bench.Plan($"service,projectId,{field}\n{service},{projectId},A\n{service},{projectId},B\n");

        Assert.Equal([("Missing", 1), ("Missing", 2)], plan.Findings.Select(finding => (finding.Code, finding.Row ?? 0)));
    }

    [Theory]
    [InlineData("OpenTrain", "", "jobDescription")]
    [InlineData("TextKing", "", "name")]
    [InlineData("TextKing", PlanBench.Project, "name,source_language,target_language,quality")]
    [InlineData("Sorce", "", "title")]
    public void A_create_that_lacks_a_needed_field_names_it(string service, string projectId, string fields)
    {
        var plan = bench.Plan($"service,operation,projectId\n{service},Create,{projectId}\n");

        Assert.Equal(fields.Split(','), plan.Findings.Where(finding => finding.Severity == PlanSeverity.Error).Select(finding => finding.Column));
    }

    [Fact]
    public void A_publish_takes_no_fields()
    {
        bench.DefaultService = JobService.OpenTrain;

        Assert.Equal("1|jobTitle|Error|UnknownField", PlanBench.Only(bench.Plan("jobId,operation,jobTitle\nj1,Publish,A\n")));
    }

    [Fact]
    public void Two_values_for_one_field_of_one_job_are_an_error()
    {
        bench.DefaultService = JobService.OpenTrain;

        var plan = bench.Plan("jobId,jobTitle,headcount\nj1,A,\nj2,B,\nj1,,4\nj1,B,\nj1,A,\n");

        Assert.Equal(["4 Conflict", "5 NoChange"], plan.Findings.Select(finding => $"{finding.Row} {finding.Code}"));
        Assert.Equal("jobTitle", plan.Findings[0].Column);
        Assert.Contains("Row 1", plan.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 5], plan.Rows.Select(row => row.Row));
    }

    [Fact]
    public void Ids_of_textking_are_the_same_in_either_case()
    {
        bench.DefaultService = JobService.TextKing;

        var plan = bench.Plan($"jobId,projectId,name\n{PlanBench.Job},{PlanBench.Project},A\n{PlanBench.Job.ToUpperInvariant()},{PlanBench.Project},B\n");

        Assert.Equal("2|name|Error|Conflict", PlanBench.Only(plan));
    }

    [Fact]
    public void Two_drafts_of_one_text_need_references_of_their_own()
    {
        bench.DefaultService = JobService.OpenTrain;
        bench.DefaultOperation = PlanOperation.Create;

        Assert.Equal("2|jobDescription|Error|Twin", PlanBench.Only(bench.Plan("jobDescription,externalId\nA,\nA,\nA,r1\nA,r2\n")));
    }
}
