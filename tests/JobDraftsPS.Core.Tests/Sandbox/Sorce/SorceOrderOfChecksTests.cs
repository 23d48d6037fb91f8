using System.Text;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>Each call has two faults; the one that is checked first is the one reported.</summary>
public sealed class SorceOrderOfChecksTests
{
    private const string Authorization = "Bearer " + SorceService.DefaultKey;

    private readonly SorceBench bench = new();

    [Fact]
    public void An_unknown_job_comes_before_a_malformed_body() => bench.Patch("job_nobody", "{").Expect(404, "NOT_FOUND");

    [Fact]
    public void A_malformed_body_comes_before_the_status() => Assert.Null(bench.Patch("job_closed01", "{").Expect(422, "VALIDATION_FAILED").Fields);

    [Fact]
    public void The_status_comes_before_the_frozen_sets()
    {
        bench.Service.AddApplication("job_live02", SorceApplication.Pending);
        bench.Post("/jobs/job_live02/close").Expect(200);
        bench.Patch("job_live02", """{"questions":[]}""").Expect(409, "JOB_NOT_EDITABLE");
    }

    [Fact]
    public void The_status_comes_before_the_fields() => bench.Patch("job_closed01", """{"salaryMin":-1}""").Expect(409, "JOB_NOT_EDITABLE");

    [Fact]
    public void The_frozen_sets_come_before_the_fields() =>
        bench.Patch("job_live02", """{"salaryMin":-1,"qualifications":null}""").Expect(409, "JOB_FROZEN");

    [Fact]
    public void The_fields_come_before_the_gates() =>
        bench.Post("/jobs", """{"title":"x","publish":true,"salaryMin":"12"}""").ExpectInvalid("salaryMin");

    [Fact]
    public void The_fields_come_before_the_completeness_of_a_live_job() =>
        bench.Patch("job_live01", """{"jobLevel":null,"salaryMin":1.5}""").ExpectInvalid("salaryMin");

    [Fact]
    public void Completeness_comes_before_terms_and_terms_before_the_card()
    {
        bench.TermsAccepted = false;
        bench.CardOnFile = false;
        bench.Post("/jobs/job_s06/publish").ExpectInvalid("jobLevel");
        bench.Post("/jobs/job_s01/publish").Expect(409, "AGREEMENT_OUTDATED");
        bench.TermsAccepted = true;
        bench.Post("/jobs/job_s01/publish").Expect(402, "PAYMENT_METHOD_REQUIRED");
        bench.CardOnFile = true;
        bench.Post("/jobs/job_s01/publish").Expect(200);
    }

    [Fact]
    public void The_status_comes_before_the_gates()
    {
        bench.TermsAccepted = false;
        bench.Post("/jobs/job_live01/publish").Expect(409, "INVALID_TRANSITION");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"title\"")]
    [InlineData("{\"title\":\"x\",}")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public void A_body_that_is_no_json_object_is_refused_without_fields(string body)
    {
        Assert.Null(bench.Post("/jobs", body).Expect(422, "VALIDATION_FAILED").Fields);
        Assert.Null(bench.Patch("job_s01", body).Expect(422, "VALIDATION_FAILED").Fields);
    }

    [Fact]
    public void A_body_that_is_no_utf8_is_refused()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"title\":\""), 0xFF, .. Encoding.UTF8.GetBytes("\"}")];
        bench.Send("POST", "/jobs", body, Authorization, "application/json").Expect(422, "VALIDATION_FAILED");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/jsonx")]
    [InlineData("application/x-www-form-urlencoded")]
    public void Another_content_type_is_refused(string? contentType) =>
        Assert.Null(bench.Send("POST", "/jobs", """{"title":"x"}""", contentType: contentType).Expect(422, "VALIDATION_FAILED").Fields);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public void The_content_type_may_have_a_charset_and_any_case(string contentType) =>
        bench.Send("POST", "/jobs", """{"title":"x"}""", contentType: contentType).Expect(201);

    [Fact]
    public void A_body_above_one_mebibyte_is_refused()
    {
        bench.Post("/jobs", Sized(1024 * 1024)).Expect(201);
        bench.Post("/jobs", Sized((1024 * 1024) + 1)).Expect(422, "VALIDATION_FAILED");

        static string Sized(int bytes)
        {
            const string frame = """{"title":"x","description":""}""";
            return frame.Insert(frame.Length - 2, new string('d', bytes - frame.Length));
        }
    }
}
