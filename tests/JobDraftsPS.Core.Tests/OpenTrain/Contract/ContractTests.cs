using System.Text.Json.Nodes;
using JobDraftsPS.Core.OpenTrain.Contract;
using JobDraftsPS.Core.Tests.Sandbox;

namespace JobDraftsPS.Core.Tests.OpenTrain.Contract;

/// <summary>An edited description gives exactly the edits.</summary>
public sealed class ContractTests(ContractTests.Served served) : IClassFixture<ContractTests.Served>
{
    private const string Draft = "/job-drafts/{jobId}";

    public static TheoryData<string, Action<JsonNode>, string[]> Edits => new()
    {
        { "nothing", _ => { }, [] },
        { "a path is gone", root => Paths(root).Remove("/jobs/facets"), ["Path GET /jobs/facets  (/jobs/facets -> )"] },
        { "a path has another name in its braces", root => Rename(Paths(root), "/jobs/{id}/close", "/jobs/{theJob}/close"), [] },
        { "paths with the base in front", root => Paths(root).Select(path => path.Key).ToList().ForEach(path => Rename(Paths(root), path, "/api/public/v1" + path)), [] },
        { "another method", root => Rename(Paths(root)["/jobs/{id}/close"]!.AsObject(), "post", "delete"), ["Method POST /jobs/{jobId}/close  (POST -> DELETE)"] },
        { "a query parameter has another name", root => Parameter(root, "/jobs", "language")["name"] = "lang", ["QueryParameter GET /jobs language (language -> )"] },
        { "a query parameter that is needed", root => Parameter(root, "/jobs", "country")["required"] = true, ["QueryParameter GET /jobs country ( -> required)"] },
        { "a state that is new", root => Values(root, "JobStatus").Add("PAUSED"), ["EnumValue GET /jobs/mine status ( -> PAUSED)"] },
        { "a key that is new", root => Fields(root)["shiftLength"] = new JsonObject { ["type"] = "number" }, Both("BodyKey", "shiftLength ( -> shiftLength)") },
        { "a key that is gone", root => Fields(root).Remove("visibility"), Both("BodyKey", "visibility (visibility -> )") },
        { "a key of another type", root => Fields(root)["headcount"] = new JsonObject { ["type"] = "string" }, Both("ValueType", "headcount (number -> string)") },
        { "a key that is settled", root => Fields(root)["subjectMatter"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }, Both("ValueType", "subjectMatter (string or string[] -> string[])") },
        { "an allowed value is gone", root => Level(root).RemoveAt(0), Both("EnumValue", "experienceLevel (EXPERT -> )") },
        { "an allowed value is new", root => Level(root).Add("WIZARD"), Both("EnumValue", "experienceLevel ( -> WIZARD)") },
        { "a text that allows only some values", root => Fields(root)["visibility"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("PUBLIC") }, Both("EnumValue", "visibility ( -> PUBLIC)") },
        { "a list without values", root => Fields(root)["dataVolumeUnit"] = new JsonObject { ["type"] = "string" }, Both("EnumValue", "dataVolumeUnit (HOURS_OF_RECORDING_AUDIO_VIDEO, NUMBER_OF_FILES, NUMBER_OF_WORDS, UNKNOWN_NOT_SPECIFIED -> )") },
        { "a key that must be sent", root => Schema(root, "DraftFields")["required"] = new JsonArray("jobTitle"), Both("RequiredKey", "jobTitle ( -> required)") },
        { "a format is gone", root => Forms(root).RemoveAt(3), ["EnumValue POST /job-drafts format (schema_org_job_posting -> )", "BodyKey POST /job-drafts jsonLd (jsonLd -> )"] },
        { "a create that answers otherwise", root => Rename(Answers(root, "/job-drafts", "post"), "200", "201"), ["Status POST /job-drafts 200 (200 -> )", "Status POST /job-drafts 201 ( -> 201)"] },
        { "statuses told by class", root => ByClass(Answers(root, "/jobs/{id}/publish", "post")), [] },
        { "a status that is new", root => Answers(root, Draft, "patch")["423"] = new JsonObject { ["description"] = "Locked." }, [$"Status PATCH {Draft} 423 ( -> 423)"] },
        { "a fault of the server", root => Answers(root, Draft, "patch")["500"] = new JsonObject { ["description"] = "Oh." }, [] },
        { "an answer without an id", root => Schema(root, "ClosedJob")["properties"]!.AsObject().Remove("jobId"), ["AnswerMember POST /jobs/{jobId}/close jobId (jobId -> )"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Exactly_what_was_edited_is_told(string edit, Action<JsonNode> apply, string[] expected)
    {
        var root = JsonNode.Parse(served.Text)!;
        apply(root);

        var found = Compare(root.ToJsonString()).Select(one => $"{one.Kind} {one.Method} {one.Path} {one.Name} ({one.Expected} -> {one.Actual})").ToArray();

        Assert.Equal((edit, string.Join("\n", expected.Order(StringComparer.Ordinal))), (edit, string.Join("\n", found.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void A_description_that_holds_itself_comes_to_an_end()
    {
        var root = JsonNode.Parse(served.Text)!;
        Schema(root, "Error")["properties"]!["details"] = Reference("Error");
        Schema(root, "DraftFields")["allOf"] = new JsonArray(Reference("DraftFields"));

        Assert.Empty(Compare(root.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"hello":"world"}""")]
    [InlineData("""{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{}}""")]
    [InlineData("""{"openapi":"9.9","paths":{"/jobs":{}}}""")]
    [InlineData("""{"openapi":"3.1.0","paths":"none"}""")]
    [InlineData("""{"openapi":"3.1.0","paths":{"/jobs":[1,2]}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_description_is_an_error_that_says_so(string text)
    {
        var error = Assert.Throws<JobDraftsApiException>(() => Compare(text));

        Assert.Contains("is no OpenAPI description: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(FailureKind.Unreadable, error.Kind);
    }

    [Fact]
    public void References_in_a_ring_are_an_error_that_says_so()
    {
        var root = JsonNode.Parse(served.Text)!;
        root["components"]!["schemas"]!["Ring"] = Reference("Gnir");
        root["components"]!["schemas"]!["Gnir"] = Reference("Ring");
        Fields(root)["visibility"] = Reference("Ring");

        var error = Assert.Throws<JobDraftsApiException>(() => Compare(root.ToJsonString()));

        Assert.Contains("Circular reference", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ContractDifference> Compare(string text) =>
        ContractComparison.Of(text, new Uri("https://app.opentrain.ai/api/public/v1")).Differences;

    private static string[] Both(string kind, string rest) => [$"{kind} PATCH {Draft} {rest}", $"{kind} PATCH /jobs/{{jobId}} {rest}"];

    private static JsonObject Paths(JsonNode root) => root["paths"]!.AsObject();

    private static JsonNode Schema(JsonNode root, string name) => root["components"]!["schemas"]![name]!;

    private static JsonObject Fields(JsonNode root) => Schema(root, "DraftFields")["properties"]!.AsObject();

    private static JsonArray Values(JsonNode root, string name) => Schema(root, name)["enum"]!.AsArray();

    private static JsonArray Level(JsonNode root) => Fields(root)["experienceLevel"]!["anyOf"]![0]!["enum"]!.AsArray();

    private static JsonArray Forms(JsonNode root) => Schema(root, "DraftImport")["anyOf"]!.AsArray();

    private static JsonObject Answers(JsonNode root, string path, string method) => Paths(root)[path]![method]!["responses"]!.AsObject();

    private static JsonNode Parameter(JsonNode root, string path, string name) =>
        Paths(root)[path]!["get"]!["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == name)!;

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static void ByClass(JsonObject answers)
    {
        foreach (var status in answers.Select(answer => answer.Key).Where(key => key[0] == '4').ToArray())
        {
            answers.Remove(status);
        }

        answers["4XX"] = new JsonObject { ["description"] = "Refused." };
    }

    private static void Rename(JsonObject holder, string name, string other)
    {
        var value = holder[name];
        holder.Remove(name);
        holder[other] = value;
    }

    /// <summary>What a sandbox serves.</summary>
    public sealed class Served : IAsyncLifetime
    {
        /// <summary>The description's text.</summary>
        public string Text { get; private set; } = string.Empty;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            using var user = new SandboxUser();
            Text = (await user.GetAsync("/openapi.json")).Text;
        }

        /// <inheritdoc />
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
