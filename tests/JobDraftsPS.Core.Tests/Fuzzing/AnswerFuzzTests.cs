using System.Net.Http.Headers;
using System.Text;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>Answers of a service, a proxy or a stranger: a record, or the one kind of error.</summary>
public sealed class AnswerFuzzTests
{
    private static readonly int[] Statuses = [200, 200, 200, 401, 409, 422, 429, 500];

    private static readonly Dictionary<string, (Func<CallBench, CallContext, Task<object>> Ask, string Answer)> Calls = new(StringComparer.Ordinal)
    {
        ["draft edit"] = (
            async (bench, context) => await bench.Update("job_1").SendAsync(context),
            """{"ok":true,"jobId":"job_1","status":"DRAFT","validation":{"ready":false,"missing":["headcount"],"missingFields":[{"field":"headcount","prompt":"How many?","type":"integer","required":true,"options":["1","2"]}]}}"""),
        ["draft publish"] = (
            async (bench, context) => await bench.OpenTrain.Publish("job_1", null).SendAsync(context),
            """{"error":"Quota.","code":"RATE_LIMITED","message":"Later","requestId":"r","details":{"limit":20,"windowHours":24,"reason":"QUOTA","issues":[{"path":["a",1],"message":"m"}]}}"""),
        ["capabilities"] = (
            async (bench, context) => await bench.OpenTrain.GetCapabilitiesAsync(true, context),
            """{"fields":[{"name":"jobTitle","type":"string","required":true,"enum":["A","B"],"prompt":"?"}],"enums":{"experienceLevel":["EXPERT"]},"limits":{"publishPerDay":20},"version":"1"}"""),
        ["own jobs"] = (
            async (bench, context) => await bench.OpenTrain.Mine(["OPEN"]).ListAsync(context),
            """{"jobs":[{"id":"j","title":"T","status":"OPEN","createdAt":"2026-01-02T03:04:05Z","applicants":{"total":3},"pay":{"perHour":21.5}}],"nextCursor":"abc"}"""),
        ["search"] = (
            async (bench, context) => await bench.OpenTrain.Search(new JobSearch())(context),
            """{"jobs":[{"id":"j","title":"T","languages":["English"],"pay":{"type":"PAY_PER_HOUR","hourlyRate":21.5},"postedAt":"2026-01-02"}],"page":1,"totalPages":2,"total":30,"nextCursor":null}"""),
        ["changes"] = (
            async (bench, context) => await bench.OpenTrain.GetChangesAsync(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), context),
            """{"jobs":[{"id":"j","updatedAt":"2026-01-02T03:04:05Z"}],"removed":["k"],"hasMore":false,"cursor":"c","now":"2026-01-02T03:04:05Z"}"""),
        ["contract"] = (
            async (bench, context) => await bench.OpenTrain.CompareContractAsync(context),
            """{"openapi":"3.1.0","info":{"title":"t","version":"1"},"servers":[{"url":"/api"}],"paths":{"/job-drafts/{id}":{"patch":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/D"}}}},"responses":{"200":{"description":"ok"}}}}},"components":{"schemas":{"D":{"type":"object","properties":{"jobTitle":{"type":["string","null"]},"self":{"$ref":"#/components/schemas/D"}},"allOf":[{"$ref":"#/components/schemas/D"}]}}}}"""),
        ["translation"] = (
            async (bench, context) => await bench.TextKing.GetJobAsync(CallBench.Project, CallBench.TranslationId, context),
            """{"id":"c0ffee00-1234-4abc-9def-000000000001","name":"n","state":"new","words":12,"price":{"amount":"12.50","currency":"EUR"},"due_date":"2026-05-04T12:00:00","is_active":true,"source_language":"en","target_language":"fr","cat":[{"a":1}]}"""),
        ["translation edit"] = (
            async (bench, context) => await bench.Call(WriteKind.TranslationUpdate).SendAsync(context),
            """{"errors":[{"field":"briefing","message":"too long"}],"message":"No","code":7,"error":"e","error_description":"d"}"""),
        ["projects"] = (
            async (bench, context) => await bench.TextKing.GetProjectsAsync(null, context),
            """{"items":[{"id":"p","name":"n","state":"new","due_date":null,"jobs":[{"id":"j"}]}],"page":1,"per_page":50,"total":1,"_links":{"next":"http://elsewhere.example/2"}}"""),
        ["languages"] = (
            async (bench, context) => await bench.TextKing.GetLanguagesAsync(true, false, null, context),
            """{"items":[{"code":"en","name":"English"},{"code":"fr","name":"French","target":true}]}"""),
        ["price"] = (
            async (bench, context) => await bench.TextKing.GetPriceAsync(100, "en", "fr", null, context),
            """{"items":[{"quality":"translation","price":12.5,"net":"1.0","currency":"EUR","delivery":"2026-05-04"}],"words":100}"""),
        ["order"] = (
            async (bench, context) => await bench.TextKing.GetOrderAsync(CallBench.Project, context),
            """{"id":"0a6f7c1e-2b34-4d5e-8f90-112233445566","name":"n","state":"ready","items":[{"id":"j","state":"ready","price":1.5}],"total":3}"""),
        ["listing"] = (
            async (bench, context) => await bench.Sorce.GetListingAsync("job_1", context),
            """{"job":{"id":"job_1","title":"T","status":"ACTIVE","salaryMin":1,"salaryMax":2.5,"qualifications":[{"id":"q","text":"t","kind":"REQUIRED","order":0}],"locations":[{"locationId":1,"city":"c"}],"budgets":[{"window":"DAILY","budgetCents":100,"notes":null}],"questions":[{"prompt":"p","style":{"of":[1]}}]}}"""),
        ["listings"] = (
            async (bench, context) => await bench.Sorce.GetListingsAsync(context),
            """{"items":[{"id":"job_1","status":"DRAFT"}],"nextCursor":"x","total":1}"""),
        ["locations"] = (
            async (bench, context) => await bench.Sorce.FindLocationsAsync("Berlin", null, context),
            """{"locations":[{"id":1,"city":"Berlin","state":null,"country":"Germany","label":"Berlin, Germany"}]}"""),
        ["listing publish"] = (
            async (bench, context) => await bench.Sorce.Publish("job_1").SendAsync(context),
            """{"error":{"code":"VALIDATION_FAILED","message":"m","fields":[{"field":"budgets","message":"b"}],"retryAfterSeconds":3,"requestId":"r"}}"""),
    };

    public static TheoryData<string> EveryCall => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(EveryCall))]
    public void A_damaged_answer_is_a_record_or_an_error(string name)
    {
        var (ask, answer) = Calls[name];
        FuzzRun.Check(
            [answer, "{}", "[]"],
            bytes =>
            {
                using var bench = new CallBench(_ => Reply(bytes));
                var context = new CallContext(bench.Log, CancellationToken.None);
                try
                {
                    var got = ask(bench, context).GetAwaiter().GetResult();
                    FuzzWalk.Through(got is ReadPage page ? page.Items : got);
                }
                catch (JobDraftsApiException error)
                {
                    FuzzWalk.Through(error);
                    Assert.NotEmpty(error.ErrorId);
                }
            },
            inputs: 60);
    }

    [Fact]
    public void Damaged_headers_give_a_wait_within_bounds_and_a_name_within_the_folder()
    {
        FuzzRun.Check(["120", "Mon, 02 Mar 2026 08:00:30 GMT", "1.5"], bytes =>
        {
            var text = Encoding.Latin1.GetString(bytes);
            var response = new ApiResponse(429, null, name => name is "Retry-After" or "Date" ? text : null);
            Assert.True(RetryAfter.FromHeader(response) is not { } wait || wait >= TimeSpan.Zero);
            _ = HttpDate.Read(text);
        });
        FuzzRun.Check(["attachment; filename=\"a b.txt\"", "attachment; filename*=UTF-8''%e4%bd%a0.txt; filename=x", "inline; filename=../../etc/passwd"], bytes =>
        {
            var name = ContentDisposition.FileName(Encoding.Latin1.GetString(bytes));
            if (SafeFileName.Of(name) is { } safe)
            {
                Assert.Equal(safe, Path.GetFileName(safe));
                Assert.NotEqual('.', safe[0]);
            }
        });
    }

    /// <summary>The status goes by the content, so that a text that fails fails again.</summary>
    private static HttpResponseMessage Reply(byte[] body)
    {
        var status = Statuses[body.Aggregate(body.Length, (sum, part) => (sum * 31 + part) & 0xffff) % Statuses.Length];
        var response = ScriptedNetwork.Json(status, string.Empty);
        response.Content = new ByteArrayContent(body);
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return response;
    }
}
