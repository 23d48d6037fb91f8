using System.Net;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class DraftTests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task Capabilities_list_every_draft_key_and_the_three_enums()
    {
        var reply = await user.GetAsync("/job-drafts/capabilities");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(26, reply["draft"]!["updateKeys"]!.AsArray().Count);
        Assert.Equal(
            ["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"],
            Texts(reply["draft"]!["enums"]!["paymentType"]));
        Assert.Equal(["paymentType", "experienceLevel", "dataVolumeUnit"], reply["draft"]!["enums"]!.AsObject().Select(member => member.Key));
        Assert.True(reply["enabled"]!.GetValue<bool>());
        Assert.True(reply["capabilities"]!["publish"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Capabilities_need_no_scope_but_the_drafting_feature()
    {
        user.Token = OpenTrainTokens.NoJobScope;
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/job-drafts/capabilities")).Status);

        user.Token = OpenTrainTokens.DraftingOff;
        var refused = await user.GetAsync("/job-drafts/capabilities");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("public_api_job_drafting", refused["details"]!["featureKey"]!.GetValue<string>());
        Assert.NotNull(refused["details"]!["mode"]);
    }

    [Fact]
    public async Task Capabilities_say_when_publishing_is_off()
    {
        user.Token = OpenTrainTokens.PublishingOff;
        var reply = await user.GetAsync("/job-drafts/capabilities");

        Assert.False(reply["capabilities"]!["publish"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_documented_patch_sets_level_payment_and_price_per_label()
    {
        var reply = await user.PatchAsync(
            "/job-drafts/ot-draft-10",
            """{"experienceLevel": "EXPERT", "paymentType": "PAY_PER_LABEL", "pricePerLabel": 0.06}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("ot-draft-10", reply["jobId"]!.GetValue<string>());
        Assert.Equal("DRAFT", reply["status"]!.GetValue<string>());
        Assert.True(reply["validation"]!["publishReady"]!.GetValue<bool>());
        Assert.Null(reply["missingFields"]);
    }

    [Fact]
    public async Task A_patch_answers_with_objects_for_what_is_still_missing()
    {
        var reply = await user.PatchAsync("/job-drafts/ot-draft-02", """{"headcount": 9}""");

        var missing = reply["validation"]!["missingFields"]!.AsArray();
        Assert.Equal(2, reply["validation"]!["missingFieldCount"]!.GetValue<int>());
        Assert.Equal(["experienceLevel", "dataVolumeUnit"], missing.Select(entry => entry!["field"]!.GetValue<string>()));
        Assert.Equal("enum", missing[0]!["type"]!.GetValue<string>());
        Assert.Equal(["EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"], Texts(missing[0]!["enumValues"]));
        Assert.Equal(["experienceLevel"], Texts(missing[0]!["updateKeys"]));
        Assert.StartsWith("ask: ", missing[0]!["prompt"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_rejects_the_whole_patch()
    {
        var refused = await user.PatchAsync("/job-drafts/ot-draft-01", """{"experienceLevel": "EXPERT", "pricePerhour": 5}""");

        var issue = Assert.Single(refused["details"]!["issues"]!.AsArray())!;
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("BAD_REQUEST", refused["code"]!.GetValue<string>());
        Assert.NotEmpty(refused["requestId"]!.GetValue<string>());
        Assert.Equal("unrecognized_keys", issue["code"]!.GetValue<string>());
        Assert.Equal(["pricePerhour"], Texts(issue["keys"]));
        var after = await user.PatchAsync("/job-drafts/ot-draft-01", """{"headcount": 2}""");
        Assert.False(after["validation"]!["publishReady"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"experienceLevel": "expert"}""", "invalid_enum_value", "experienceLevel")]
    [InlineData("""{"paymentType": "HOURLY"}""", "invalid_enum_value", "paymentType")]
    [InlineData("""{"experienceLevel": 3}""", "invalid_type", "experienceLevel")]
    [InlineData("""{"pricePerHour": "21"}""", "invalid_type", "pricePerHour")]
    [InlineData("""{"pricePerHour": -1}""", "too_small", "pricePerHour")]
    [InlineData("""{"headcount": 0}""", "too_small", "headcount")]
    [InlineData("""{"headcount": 1.5}""", "custom", "headcount")]
    [InlineData("""{"languages": "Spanish"}""", "invalid_type", "languages")]
    [InlineData("""{"languages": ["Spanish", 7]}""", "invalid_type", "languages")]
    [InlineData("""{"jobTitle": null}""", "invalid_type", "jobTitle")]
    public async Task A_wrong_value_is_named_with_its_field(string body, string code, string field)
    {
        var refused = await user.PatchAsync("/job-drafts/ot-draft-01", body);

        var issue = Assert.Single(refused["details"]!["issues"]!.AsArray())!;
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(code, issue["code"]!.GetValue<string>());
        Assert.Equal([field], Texts(issue["path"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"jobTitle\":")]
    public async Task A_body_that_sets_nothing_is_refused(string body)
    {
        var refused = await user.PatchAsync("/job-drafts/ot-draft-01", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("BAD_REQUEST", refused["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Null_clears_a_field_and_makes_it_missing_again()
    {
        var reply = await user.PatchAsync("/job-drafts/ot-draft-07", """{"experienceLevel": null}""");

        Assert.Equal(["experienceLevel"], reply["validation"]!["missingFields"]!.AsArray().Select(entry => entry!["field"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_rate_of_zero_is_an_issue_rather_than_a_gap()
    {
        var reply = await user.PatchAsync("/job-drafts/ot-draft-07", """{"pricePerHour": 0}""");

        Assert.Equal(1, reply["validation"]!["issueCount"]!.GetValue<int>());
        Assert.Equal(0, reply["validation"]!["missingFieldCount"]!.GetValue<int>());
        Assert.Equal("pricePerHour", reply["validation"]!["issues"]![0]!["field"]!.GetValue<string>());
        Assert.False(reply["validation"]!["publishReady"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_changed_payment_type_asks_for_the_rate_that_goes_with_it()
    {
        var reply = await user.PatchAsync("/job-drafts/ot-draft-07", """{"paymentType": "FIXED_PRICE"}""");

        Assert.Equal(["fixedPrice"], reply["validation"]!["missingFields"]!.AsArray().Select(entry => entry!["field"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("ot-foreign-01", HttpStatusCode.Forbidden, "FORBIDDEN")]
    [InlineData("ot-nowhere-01", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("ot-live-01", HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData("ot-closed-01", HttpStatusCode.Conflict, "CONFLICT")]
    public async Task Only_ones_own_unpublished_draft_is_patched(string id, HttpStatusCode status, string code)
    {
        var refused = await user.PatchAsync($"/job-drafts/{id}", """{"headcount": 2}""");

        Assert.Equal(status, refused.Status);
        Assert.Equal(code, refused["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("ot_pat_made_up", HttpStatusCode.Unauthorized)]
    [InlineData(OpenTrainTokens.Revoked, HttpStatusCode.Unauthorized)]
    [InlineData(OpenTrainTokens.ReadOnly, HttpStatusCode.Forbidden)]
    [InlineData(OpenTrainTokens.DraftingOff, HttpStatusCode.Forbidden)]
    public async Task A_token_without_the_right_is_refused_before_the_body_is_looked_at(string? token, HttpStatusCode status)
    {
        user.Token = token;

        Assert.Equal(status, (await user.PatchAsync("/job-drafts/ot-nowhere-01", "not JSON")).Status);
        Assert.Equal(status, (await user.PostAsync("/job-drafts", "not JSON")).Status);
    }

    [Fact]
    public async Task A_bad_body_is_told_before_an_unknown_job()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await user.PatchAsync("/job-drafts/ot-nowhere-01", "{}")).Status);
    }

    [Fact]
    public async Task A_key_used_before_gives_back_the_first_draft_as_it_now_is()
    {
        var first = await user.PostAsync("/job-drafts", """{"rawJobDescription": "Box cars\nPays $20 per hour", "idempotencyKey": "row-1"}""");
        var id = first["jobId"]!.GetValue<string>();
        await user.PatchAsync($"/job-drafts/{id}", """{"experienceLevel": "EXPERT", "dataVolumeUnit": "NUMBER_OF_FILES"}""");

        var replay = await user.PostAsync("/job-drafts", """{"source": {"type": "text", "text": "Something else", "idempotencyKey": "row-1"}}""");

        Assert.Equal(id, replay["jobId"]!.GetValue<string>());
        Assert.Equal("Box cars", replay["normalizedFields"]!["jobTitle"]!.GetValue<string>());
        Assert.Null(replay["normalizedFields"]!["experienceLevel"]);
        Assert.True(replay["validation"]!["publishReady"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_key_belongs_to_its_account_and_no_key_makes_a_new_draft_each_time()
    {
        const string Keyed = """{"rawJobDescription": "Box cars", "idempotencyKey": "row-1"}""";
        const string Plain = """{"rawJobDescription": "Box cars"}""";
        var ids = new List<string> { Id(await user.PostAsync("/job-drafts", Keyed)), Id(await user.PostAsync("/job-drafts", Plain)), Id(await user.PostAsync("/job-drafts", Plain)) };
        user.Token = OpenTrainTokens.OtherAccount;
        ids.Add(Id(await user.PostAsync("/job-drafts", Keyed)));

        Assert.Equal(4, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(MissingFieldForm.Empty, 0)]
    [InlineData(MissingFieldForm.Strings, 2)]
    [InlineData(MissingFieldForm.Objects, 2)]
    public async Task The_inner_list_of_a_create_takes_the_form_that_the_panel_sets(MissingFieldForm form, int count)
    {
        user.Sandbox.Apply(new SandboxControl { MissingFieldForm = form });
        var reply = await user.PostAsync("/job-drafts", """{"rawJobDescription": "Box cars\nPays $20 per hour"}""");

        var inner = reply["validation"]!["missingFields"]!.AsArray();
        Assert.Equal(count, inner.Count);
        Assert.Equal(2, reply["validation"]!["missingFieldCount"]!.GetValue<int>());
        Assert.Equal(["experienceLevel", "dataVolumeUnit"], reply["missingFields"]!.AsArray().Select(entry => entry!["field"]!.GetValue<string>()));
        Assert.All(inner, entry => Assert.Equal(form == MissingFieldForm.Objects, entry is JsonObject));
    }

    private static string Id(Reply reply) => reply["jobId"]!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => item!.GetValue<string>());
}
