using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>What the present state makes of each operation.</summary>
public sealed class PlanHazardTests
{
    private readonly PlanBench bench = new();

    [Theory]
    [InlineData("OpenTrain,j1,,Update,DRAFT", "")]
    [InlineData("OpenTrain,j1,,Update,OPEN", "LiveEdit")]
    [InlineData("OpenTrain,j1,,Publish,DRAFT", "")]
    [InlineData("OpenTrain,j1,,Close,OPEN", "Irreversible")]
    [InlineData("OpenTrain,j1,,Update,ARCHIVED", "WrongStatus")]
    [InlineData("OpenTrain,j1,,Publish,ONGOING", "WrongStatus")]
    [InlineData("TextKing,@,#,Update,prepared", "")]
    [InlineData("TextKing,@,#,Update,running", "ProjectNotPrepared")]
    [InlineData("TextKing,,#,Publish,prepared", "BilledOrder")]
    [InlineData("TextKing,,#,Publish,canceled", "BilledOrder ProjectNotPrepared")]
    [InlineData("TextKing,,#,Close,prepared", "Irreversible")]
    [InlineData("TextKing,,#,Close,finished", "Irreversible ProjectNotPrepared")]
    [InlineData("Sorce,s1,,Update,ACTIVE", "")]
    [InlineData("Sorce,s1,,Update,CLOSED", "WrongStatus")]
    [InlineData("Sorce,s1,,Update,EXPIRED", "WrongStatus")]
    [InlineData("Sorce,s1,,Publish,PAUSED", "WrongStatus")]
    [InlineData("Sorce,s1,,Close,PAUSED", "Irreversible")]
    [InlineData("Sorce,s1,,Close,DRAFT", "Irreversible WrongStatus")]
    public void A_status_makes_of_an_operation(string about, string expected)
    {
        var part = about.Replace("@", PlanBench.Job, StringComparison.Ordinal).Replace("#", PlanBench.Project, StringComparison.Ordinal).Split(',');
        var service = Enum.Parse<JobService>(part[0]);
        bench.State.Know(service, Blank(part[2]), service == JobService.TextKing ? null : Blank(part[1])).Status = part[4];
        var field = part[3] != "Update" ? string.Empty : service switch { JobService.OpenTrain => "jobTitle", JobService.TextKing => "name", _ => "title" };

        var plan = bench.Plan($"service,jobId,projectId,operation{(field.Length > 0 ? "," + field : string.Empty)}\n{string.Join(',', part[..4])}{(field.Length > 0 ? ",A" : string.Empty)}\n");

        Assert.Equal(expected, string.Join(' ', plan.Rows[0].Hazards.Select(hazard => hazard.ToString()).Concat(plan.Findings.Select(finding => finding.Code))));
        static string? Blank(string text) => text.Length == 0 ? null : text;
    }

    [Theory]
    [InlineData("Publish", "OpenTrain", "OPEN")]
    [InlineData("Close", "OpenTrain", "ARCHIVED")]
    [InlineData("Publish", "Sorce", "ACTIVE")]
    [InlineData("Close", "Sorce", "CLOSED")]
    public void What_is_so_already_is_said(string operation, string service, string status)
    {
        bench.State.Know(Enum.Parse<JobService>(service), null, "j1").Status = status;

        Assert.Equal("1||Info|NoChange", PlanBench.Only(bench.Plan($"service,jobId,operation\n{service},j1,{operation}\n")));
    }

    [Fact]
    public void A_change_of_status_shows_as_a_change()
    {
        bench.State.Know(JobService.OpenTrain, null, "j1").Status = "DRAFT";

        Assert.Equal("status: DRAFT -> OPEN", bench.Plan("service,jobId,operation\nOpenTrain,j1,Publish\n").Rows[0].Changes.Single().ToString());
    }

    [Fact]
    public void A_present_value_is_shown_and_an_unknown_one_is_called_so()
    {
        var job = bench.State.Know(JobService.OpenTrain, null, "j1");
        job.Values["jobTitle"] = "Old";
        job.Values["dataType"] = null;

        var changes = bench.Plan("service,jobId,jobTitle,dataType,headcount\nOpenTrain,j1,New,images,4\n").Rows[0].Changes;

        Assert.Equal(["jobTitle: Old -> New", "dataType: (empty) -> images", "headcount: unknown -> 4"], changes.Select(change => change.ToString()));
    }

    [Fact]
    public void A_later_row_sees_what_an_earlier_one_does()
    {
        var job = bench.State.Know(JobService.OpenTrain, null, "j1");
        job.Status = "DRAFT";
        job.Values["headcount"] = 1L;

        var plan = bench.Plan("service,jobId,operation,jobTitle,headcount\nOpenTrain,j1,,A,2\nOpenTrain,j1,Publish,,\nOpenTrain,j1,,,2\n");

        Assert.Equal([PlanHazard.LiveEdit], plan.Rows[2].Hazards);
        Assert.Equal(2L, plan.Rows[2].Changes[0].From);
        Assert.Equal("3||Info|NoChange", PlanBench.Only(plan));
        Assert.Equal("DRAFT", job.Status);
    }

    [Fact]
    public void A_job_that_is_not_among_all_jobs_is_an_error()
    {
        bench.State.Know(JobService.Sorce, null, "s1").Status = "DRAFT";
        bench.State.Complete(JobService.Sorce, null);
        bench.State.Know(JobService.TextKing, PlanBench.Project, null).Status = "prepared";
        bench.State.Complete(JobService.TextKing, null);
        bench.State.Complete(JobService.TextKing, PlanBench.Project);
        var other = Guid.NewGuid();

        var plan = bench.Plan($"service,jobId,projectId,title,name\nSorce,s1,,A,\nSorce,s2,,A,\nTextKing,{PlanBench.Job},{PlanBench.Project},,A\nTextKing,{PlanBench.Job},{other},,A\nOpenTrain,j1,,,\n");

        Assert.Equal([2, 3, 4], plan.Findings.Where(finding => finding.Code == "NotFound").Select(finding => finding.Row!.Value));
    }

    [Theory]
    [InlineData("locations", "[{\"locationId\":1}]", "ReplaceSetLoss")]
    [InlineData("locations", "[{\"locationId\":1},{\"locationId\":2},{\"locationId\":3}]", "")]
    [InlineData("locations", "[{\"locationId\":2},{\"locationId\":1}]", "")]
    [InlineData("budgets", "[{\"window\":\"DAILY\",\"budgetCents\":900}]", "")]
    [InlineData("budgets", "[{\"window\":\"WEEKLY\",\"budgetCents\":900}]", "ReplaceSetLoss")]
    [InlineData("budgets", "[]", "UnlimitedBudget ReplaceSetLoss")]
    [InlineData("questions", "[{\"prompt\":\"Why?\",\"order\":0}]", "FrozenFields")]
    [InlineData("qualifications", "[{\"text\":\"B\",\"kind\":\"REQUIRED\",\"order\":0}]", "ReplaceSetLoss FrozenFields")]
    public void A_set_that_is_replaced_says_what_it_may_cost(string field, string cell, string expected)
    {
        var listing = bench.State.Know(JobService.Sorce, null, "s1");
        listing.Status = "ACTIVE";
        listing.IsFrozen = true;
        listing.Values["locations"] = new object?[] { PlanBench.Entry(("locationId", 1L), ("displayName", "A")), PlanBench.Entry(("locationId", 2L)) };
        listing.Values["budgets"] = new object?[] { PlanBench.Entry(("window", "DAILY"), ("budgetCents", 500L), ("notes", null)) };
        listing.Values["qualifications"] = new object?[] { PlanBench.Entry(("id", "q1"), ("text", "A"), ("kind", "REQUIRED"), ("order", 0L)) };
        listing.Values["questions"] = Array.Empty<object?>();

        var plan = bench.Plan($"service,jobId,{field}\nSorce,s1,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");

        Assert.Equal(expected, string.Join(' ', plan.Rows[0].Hazards));
    }

    [Fact]
    public void A_set_whose_present_entries_nobody_knows_may_lose_some()
    {
        Assert.Equal([PlanHazard.ReplaceSetLoss], bench.Plan("service,jobId,questions\nSorce,s1,\"[{\"\"prompt\"\":\"\"Why?\"\"}]\"\n").Rows[0].Hazards);
    }

    [Fact]
    public void An_equal_set_is_no_change_whatever_ids_the_service_gave()
    {
        bench.State.Know(JobService.Sorce, null, "s1").Values["qualifications"] = new object?[] { PlanBench.Entry(("id", "q1"), ("text", "A"), ("kind", "REQUIRED"), ("order", 0L)) };

        Assert.Equal("1||Info|NoChange", PlanBench.Only(bench.Plan("service,jobId,qualifications\nSorce,s1,\"[{\"\"kind\"\":\"\"REQUIRED\"\",\"\"text\"\":\"\"A\"\",\"\"order\"\":0}]\"\n")));
    }

    [Fact]
    public void Publications_beyond_the_quota_keep_their_place()
    {
        bench.State.Allow(JobService.OpenTrain, 2);
        bench.State.Know(JobService.OpenTrain, null, "j2").Status = "OPEN";

        var plan = bench.Plan("service,jobId,operation\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"OpenTrain,j{i},Publish\n")));

        Assert.Equal([4, 5], plan.Rows.Where(row => row.Hazards.Contains(PlanHazard.QuotaExceeded)).Select(row => row.Row));
    }

    [Fact]
    public void A_job_that_is_known_to_have_gaps_is_not_published()
    {
        var validation = new JobValidation { PublishReady = false, MissingFieldCount = 1, MissingFields = [new MissingField { Field = "jobLevel" }] };
        bench.State.Know(JobService.Sorce, null, "s1").Validation = validation;

        Assert.Equal("1||Error|NotReady", PlanBench.Only(bench.Plan("service,jobId,operation\nSorce,s1,Publish\n")));
        Assert.Empty(bench.Plan("service,jobId,operation,jobLevel\nSorce,s1,,MID\nSorce,s1,Publish,\n").Findings);
        var piped = new PlanInput { Row = 1, Service = JobService.OpenTrain, JobId = "j1", Operation = PlanOperation.Publish, Validation = validation };
        Assert.Equal("1||Error|NotReady", PlanBench.Only(bench.Plan([piped])));
    }
}
