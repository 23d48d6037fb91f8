using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

public sealed class ProjectTests : IDisposable
{
    private const string OtherAddress = "77777777-1111-4222-8333-555555555555";

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Projects_come_newest_first()
    {
        var made = IdOf(sandbox.NewProject()).ToString();

        Assert.Equal([made, Spring, Winter, Autumn], sandbox.Get("/projects").Items.Select(project => (string?)project!["id"]));
    }

    [Theory]
    [InlineData("prepared", Spring)]
    [InlineData("running", Winter)]
    [InlineData("canceled", Autumn)]
    [InlineData("finished", null)]
    public void Projects_can_be_filtered_by_state(string state, string? id)
    {
        var reply = sandbox.Get("/projects?state=" + state);

        Assert.Equal(id is null ? 0 : 1, (int)reply.Json["total"]!);
        Assert.Equal(id, (string?)reply.Items.SingleOrDefault()?["id"]);
        Assert.Equal($"{Base}/projects?page=1&per_page=100&state={state}", reply.Link("self"));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("Running")]
    [InlineData("")]
    public void An_unknown_state_filter_is_400(string state) =>
        Assert.Equal(400, sandbox.Get("/projects?state=" + state).Status);

    [Fact]
    public void A_new_project_has_every_field_and_null_where_nothing_is_known()
    {
        var reply = sandbox.Post("/projects", """{"name":"A"}""");

        Assert.Equal(
            ["id", "number", "name", "due_date", "state", "currency", "net_price", "vat", "coupon_name", "coupon_value",
                "discount_customer", "discount_project", "affiliate_id", "billing_address", "links"],
            reply.Json.Select(field => field.Key));
        Assert.All(
            ["number", "due_date", "net_price", "vat", "coupon_name", "coupon_value", "discount_customer", "discount_project", "affiliate_id"],
            field => Assert.Null(reply.Json[field]));
        Assert.Equal("EUR", reply.Text("currency"));
    }

    [Fact]
    public void A_project_links_to_its_parts()
    {
        var reply = sandbox.Get("/project/" + Spring);

        Assert.Equal($"{Base}/project/{Spring}", reply.Link("self"));
        Assert.Equal($"{Base}/project/{Spring}/jobs", reply.Link("urn:textking:jobs"));
        Assert.Equal($"{Base}/project/{Spring}/line-items", reply.Link("urn:textking:line_items"));
        Assert.Equal($"{Base}/account/address/{DefaultAddress}", reply.Link("urn:textking:billing_address"));
        Assert.Equal(4, reply.Json["links"]!.AsArray().Count);
        Assert.Null(reply.Header("Location"));
        Assert.Null(reply.Header("Content-Location"));
    }

    [Fact]
    public void On_creation_null_means_not_given()
    {
        var reply = sandbox.Post(
            "/projects",
            """{"name":"A","due_date":null,"billing_address":null,"coupon_name":null,"affiliate_id":null,"state":null,"id":null,"number":null}""");

        Assert.Equal(201, reply.Status);
        Assert.Equal(DefaultAddress, reply.Text("billing_address"));
        Assert.Equal("prepared", reply.Text("state"));
    }

    [Theory]
    [InlineData("\"prepared\"", 201)]
    [InlineData("\"running\"", 400)]
    [InlineData("\"canceled\"", 400)]
    [InlineData("\"whatever\"", 400)]
    public void A_project_cannot_be_made_in_another_state(string state, int status) =>
        Assert.Equal(status, sandbox.Post("/projects", $$"""{"name":"A","state":{{state}}}""").Status);

    [Fact]
    public void A_refused_creation_leaves_no_project()
    {
        Assert.Equal(400, sandbox.Post("/projects", """{"name":"A","state":"running"}""").Status);
        Assert.Equal(3, (int)sandbox.Get("/projects").Json["total"]!);
    }

    [Fact]
    public void Read_only_and_unknown_fields_are_ignored()
    {
        var reply = sandbox.Put("/project/" + Spring, """{"id":7,"number":"TK9","net_price":1,"links":[],"nonsense":{},"name":"B"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal(Spring, reply.Text("id"));
        Assert.Null(reply.Text("number"));
        Assert.Null(reply.Json["net_price"]);
        Assert.False(reply.Json.ContainsKey("nonsense"));
        Assert.Equal("B", reply.Text("name"));
    }

    [Theory]
    [InlineData("2026-05-04", "2026-05-04T00:00:00")]
    [InlineData("1999-01-31", "1999-01-31T00:00:00")]
    [InlineData("2026-05-04T13:45:10", "2026-05-04T13:45:10")]
    public void A_due_date_is_answered_as_a_local_date_time(string given, string shown) =>
        Assert.Equal(shown, sandbox.Post("/projects", $$"""{"name":"A","due_date":"{{given}}"}""").Text("due_date"));

    [Theory]
    [InlineData("04.05.2026")]
    [InlineData("2026-5-4")]
    [InlineData("2026-02-30")]
    [InlineData("2026-05-04T13:45")]
    [InlineData("2026-05-04T13:45:10Z")]
    [InlineData("2026-05-04T13:45:10+02:00")]
    [InlineData(" 2026-05-04")]
    [InlineData("")]
    public void A_due_date_in_another_form_is_400(string given) =>
        Assert.Equal(400, sandbox.Post("/projects", $$"""{"name":"A","due_date":"{{given}}"}""").Status);

    [Theory]
    [InlineData("88888888-1111-4222-8333-444444444444")]
    [InlineData("0a6f7c1e-2b34-4d5e-8f90-112233445566")]
    [InlineData("Muster GmbH")]
    public void A_billing_address_must_be_one_of_the_account(string address) =>
        Assert.Equal(400, sandbox.Post("/projects", $$"""{"name":"A","billing_address":"{{address}}"}""").Status);

    [Fact]
    public void A_given_billing_address_wins_over_the_default() =>
        Assert.Equal(OtherAddress, sandbox.Post("/projects", $$"""{"name":"A","billing_address":"{{OtherAddress}}"}""").Text("billing_address"));

    [Fact]
    public void An_unknown_coupon_is_400() =>
        Assert.Equal(400, sandbox.Post("/projects", """{"name":"A","coupon_name":"FREE"}""").Status);

    [Fact]
    public void A_partial_put_keeps_the_other_fields()
    {
        var project = "/project/" + sandbox.Post("/projects", """{"name":"A","due_date":"2026-05-04","affiliate_id":"x"}""").Text("id");

        var reply = sandbox.Put(project, """{"affiliate_id":"y"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal(Base + project, reply.Header("Location"));
        Assert.Equal(Base + project, reply.Header("Content-Location"));
        Assert.Equal("A", reply.Text("name"));
        Assert.Equal("2026-05-04T00:00:00", reply.Text("due_date"));
        Assert.Equal("y", reply.Text("affiliate_id"));
        Assert.Equal(DefaultAddress, reply.Text("billing_address"));
    }

    [Fact]
    public void In_a_put_null_clears_an_optional_field_and_its_link()
    {
        var project = "/project/" + sandbox.Post("/projects", """{"name":"A","due_date":"2026-05-04","coupon_name":"WELCOME"}""").Text("id");

        var reply = sandbox.Put(project, """{"due_date":null,"coupon_name":null,"billing_address":null,"state":null}""");

        Assert.Equal(200, reply.Status);
        Assert.Null(reply.Text("due_date"));
        Assert.Null(reply.Text("coupon_name"));
        Assert.Null(reply.Text("billing_address"));
        Assert.Null(reply.Link("urn:textking:billing_address"));
    }

    [Theory]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":"  "}""")]
    [InlineData("""{"state":"finished"}""")]
    [InlineData("""{"state":"paused"}""")]
    [InlineData("""{"state":7}""")]
    [InlineData("""{"name":"B","coupon_name":"FREE"}""")]
    public void A_refused_put_changes_nothing(string body)
    {
        Assert.Equal(400, sandbox.Put("/project/" + Spring, body).Status);

        var reply = sandbox.Get("/project/" + Spring);
        Assert.Equal("Spring catalogue", reply.Text("name"));
        Assert.Equal("prepared", reply.Text("state"));
    }

    [Fact]
    public void The_state_prepared_in_a_put_changes_nothing() =>
        Assert.Equal("prepared", sandbox.Put("/project/" + Spring, """{"state":"prepared","name":"B"}""").Text("state"));

    [Fact]
    public void A_start_may_change_other_fields_too()
    {
        var project = sandbox.NewProject();
        sandbox.Upload(sandbox.NewJob(project));

        var reply = sandbox.Put(project, """{"state":"running","due_date":"2026-06-01"}""");

        Assert.Equal("running", reply.Text("state"));
        Assert.Equal("2026-06-01T00:00:00", reply.Text("due_date"));
    }

    [Fact]
    public void A_project_without_an_active_job_cannot_be_started()
    {
        var project = sandbox.NewProject();
        Assert.Equal(400, sandbox.Put(project, """{"state":"running"}""").Status);

        var job = sandbox.NewJob(project);
        sandbox.Upload(job);
        sandbox.Put(job, """{"is_active":false}""");

        Assert.Equal(400, sandbox.Put(project, """{"state":"running","name":"B"}""").Status);
        Assert.Equal("P", sandbox.Get(project).Text("name"));
    }

    [Fact]
    public void A_project_whose_active_job_has_no_document_cannot_be_started()
    {
        var project = sandbox.NewProject();
        sandbox.Upload(sandbox.NewJob(project));
        var bare = sandbox.NewJob(project);

        var reply = sandbox.Put(project, """{"state":"running"}""");

        Assert.Equal(400, reply.Status);
        Assert.Contains(IdOf(bare).ToString(), reply.Text("message"), StringComparison.Ordinal);
        Assert.Equal("prepared", sandbox.Get(project).Text("state"));
    }

    [Fact]
    public void An_inactive_job_stays_new_when_its_project_starts()
    {
        var project = sandbox.NewProject();
        var inactive = sandbox.NewJob(project, JobBody.Replace("}", ""","is_active":false}""", StringComparison.Ordinal));
        var active = sandbox.NewJob(project);
        sandbox.Upload(active);

        Assert.Equal(200, sandbox.Put(project, """{"state":"running"}""").Status);

        Assert.Equal("new", sandbox.Get(inactive).Text("state"));
        Assert.Null(sandbox.Get(inactive).Text("number"));
        Assert.Equal("translation-pending", sandbox.Get(active).Text("state"));
    }

    [Fact]
    public void Each_start_gives_another_number()
    {
        string? Started()
        {
            var project = sandbox.NewProject();
            sandbox.Upload(sandbox.NewJob(project));
            return sandbox.Put(project, """{"state":"running"}""").Text("number");
        }

        Assert.NotEqual(Started(), Started());
    }

    [Fact]
    public void A_cancellation_cancels_the_jobs()
    {
        Assert.Equal(200, sandbox.Put("/project/" + Spring, """{"state":"canceled"}""").Status);

        Assert.All(sandbox.Get($"/project/{Spring}/jobs").Items, job => Assert.Equal("canceled", (string?)job!["state"]));
        Assert.Null(sandbox.Get("/project/" + Spring).Text("number"));
    }

    [Theory]
    [InlineData(Winter)]
    [InlineData(Autumn)]
    public void Only_a_prepared_project_can_be_deleted(string id) =>
        Assert.Equal(403, sandbox.Delete("/project/" + id).Status);

    [Fact]
    public void A_deleted_project_takes_its_jobs_along()
    {
        var reply = sandbox.Delete("/project/" + Spring);

        Assert.Equal(204, reply.Status);
        Assert.Empty(reply.Body);
        Assert.Equal(404, sandbox.Get($"/project/{Spring}/job/{SpringJob}").Status);
        Assert.Throws<KeyNotFoundException>(() => sandbox.Service.Cancel(Guid.Parse(SpringJob)));
        Assert.Equal(2, (int)sandbox.Get("/projects").Json["total"]!);
    }

    [Fact]
    public void The_price_is_that_of_active_jobs_and_line_items()
    {
        var project = sandbox.NewProject();
        sandbox.Upload(sandbox.NewJob(project), "one two three four five");
        var inactive = sandbox.NewJob(project);
        sandbox.Upload(inactive, "six");
        sandbox.Put(inactive, """{"is_active":false}""");

        var reply = sandbox.Get(project);

        Assert.Equal(0.60m, (decimal)reply.Json["net_price"]!);
        Assert.Equal(19m, (decimal)reply.Json["vat"]!);
        Assert.Equal(0m, (decimal)reply.Json["discount_customer"]!);
        Assert.Equal(0m, (decimal)reply.Json["discount_project"]!);

        var winter = sandbox.Get("/project/" + Winter);
        var jobs = sandbox.Get($"/project/{Winter}/jobs").Items.Sum(job => (decimal)job!["net_price"]!);
        Assert.Equal(jobs + 30.5m, (decimal)winter.Json["net_price"]!);
    }

    [Theory]
    [InlineData("WELCOME", "percent", 10, 10, 1.20)]
    [InlineData("SPRING25", "euro", 25, 12, 12)]
    [InlineData("WORDS500", "words", 500, 100, 12)]
    public void A_coupon_says_what_it_is_worth(string name, string unit, double total, double redeemed, double worth)
    {
        var project = "/project/" + sandbox.Post("/projects", $$"""{"name":"A","coupon_name":"{{name}}"}""").Text("id");
        sandbox.Upload(sandbox.NewJob(project), string.Join(' ', Enumerable.Repeat("word", 100)));

        var coupon = sandbox.Get(project + "/coupon");

        Assert.Equal(200, coupon.Status);
        Assert.Equal(["name", "unit", "total_value", "redeemed_value", "remainder_coupon"], coupon.Json.Select(field => field.Key));
        Assert.Equal(name, coupon.Text("name"));
        Assert.Equal(unit, coupon.Text("unit"));
        Assert.Equal((decimal)total, (decimal)coupon.Json["total_value"]!);
        Assert.Equal((decimal)redeemed, (decimal)coupon.Json["redeemed_value"]!);
        Assert.Equal((decimal)worth, (decimal)sandbox.Get(project).Json["coupon_value"]!);
        Assert.Equal(12m, (decimal)sandbox.Get(project).Json["net_price"]!);
    }

    [Fact]
    public void A_project_without_a_coupon_has_none_to_show() =>
        Assert.Equal(404, sandbox.Get($"/project/{Spring}/coupon").Status);

    [Fact]
    public void Line_items_link_to_their_project_and_not_to_themselves()
    {
        var reply = sandbox.Get($"/project/{Winter}/line-items");

        var item = Assert.Single(reply.Items)!;
        Assert.Equal("Rush delivery", (string?)item["description"]);
        Assert.Equal(30.5m, (decimal)item["value"]!);
        Assert.Equal("EUR", (string?)item["currency"]);
        Assert.Equal($"{Base}/project/{Winter}", TextKingReply.LinkOf(item, "urn:textking:project"));
        Assert.Null(TextKingReply.LinkOf(item, "self"));
        Assert.Empty(sandbox.Get($"/project/{Spring}/line-items").Items);
    }
}
