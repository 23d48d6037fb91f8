using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Errors;

public sealed class SorceRowErrorTests
{
    [Theory]
    [InlineData("job_s07", 1, "salaryMin", "salaryMax")]
    [InlineData("job_s07", 4, "salaryMin", "salaryMax")]
    [InlineData("job_s08", 4, "description", "bidPerQualifiedApplicantCents", "qualifications")]
    public void A_job_with_gaps_names_each_field(string id, int throttleLimit, params string[] fields)
    {
        using var bench = new SandboxBench();

        var error = Middle(bench, id, throttleLimit);

        error.Says("Sorce.VALIDATION_FAILED", ErrorCategory.InvalidData, [id, .. fields, "Nothing was changed.", "Fill the fields"]);
        var named = ((dynamic)error.Exception).Validation.MissingFields;
        Assert.Equal(fields.Order(), ((IEnumerable<object>)named).Select(gap => gap.ToString()!).Order());
    }

    [Fact]
    public void A_record_that_is_known_to_have_gaps_is_refused_here_under_the_services_own_code()
    {
        using var bench = new SandboxBench();
        var listing = Assert.Single(bench.Run("""
            (New-Record ([JobDraftsPS.JobListing]) @{ JobId = 'job_s06'; Validation = (New-Record ([JobDraftsPS.JobValidation]) @{ PublishReady = $false; MissingFields = (New-Record ([JobDraftsPS.MissingField]) @{ Field = 'jobLevel' }) }) })
            """).Output);

        var refused = bench.Run("$listing | Publish-Job", ("listing", listing));

        Assert.Empty(bench.Writes());
        var error = Assert.Single(refused.AllErrors);
        error.Says("Sorce.VALIDATION_FAILED", ErrorCategory.InvalidData, "job_s06", "jobLevel", "Nothing was sent.", "-SkipCheck");
        error.HandsBack(listing);

        bench.Run("$listing | Publish-Job -SkipCheck", ("listing", listing));
        Assert.Equal("POST", Assert.Single(bench.Requests()).Method);
    }

    [Theory]
    [InlineData("job_nobody", "Sorce.NOT_FOUND", ErrorCategory.ObjectNotFound)]
    [InlineData("job_other01", "Sorce.NOT_FOUND", ErrorCategory.ObjectNotFound)]
    [InlineData("job_live01", "Sorce.INVALID_TRANSITION", ErrorCategory.InvalidOperation)]
    public void A_job_that_cannot_be_published_is_named(string id, string errorId, ErrorCategory category)
    {
        using var bench = new SandboxBench();

        Middle(bench, id, 4).Says(errorId, category, id, "Nothing was changed.");
    }

    [Fact]
    public void A_row_without_id_is_refused()
    {
        using var bench = new SandboxBench();
        object[] rows = ["job_s01", Rows.Of(("jobId", ""), ("title", "x")), "job_s02"];

        bench.MiddleRowOf("Publish-Job -Service Sorce", rows, 4)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no jobId", "Nothing was sent.");
    }

    private static ErrorRecord Middle(SandboxBench bench, string bad, int throttleLimit) =>
        bench.MiddleRowOf("Publish-Job -Service Sorce", [new PSObject("job_s01"), Rows.Of(("service", "Sorce"), ("jobId", bad)), "job_s02"], throttleLimit);
}
