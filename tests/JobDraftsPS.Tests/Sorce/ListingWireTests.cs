using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>The exact request of every operation.</summary>
public sealed class ListingWireTests : IDisposable
{
    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Get-JobListing", "GET /jobs ")]
    [InlineData("Get-JobListing job_s01", "GET /jobs/job_s01 ")]
    [InlineData("Publish-Job job_s01 -Service Sorce", "POST /jobs/job_s01/publish ")]
    [InlineData("Suspend-JobListing job_live01", "POST /jobs/job_live01/pause ")]
    [InlineData("Resume-JobListing job_paused01", "POST /jobs/job_paused01/resume ")]
    [InlineData("Close-JobListing job_live01 -Confirm:$false", "POST /jobs/job_live01/close ")]
    [InlineData("Find-JobLocation 'Salt Lake'", "GET /locations/search?q=Salt%20Lake ")]
    [InlineData("Find-JobLocation Tulsa -Country 'United States'", "GET /locations/search?q=Tulsa&country=United%20States ")]
    [InlineData("'Tulsa' | Find-JobLocation", "GET /locations/search?q=Tulsa ")]
    [InlineData("Set-JobListing job_s01 -Title New -SalaryMin 5", """PATCH /jobs/job_s01 {"title":"New","salaryMin":5}""")]
    [InlineData("Set-JobListing job_s01 -Clear salaryMin, description, jobType", """PATCH /jobs/job_s01 {"description":"","jobType":null,"salaryMin":null}""")]
    [InlineData("Set-JobListing job_s01 -Field @{ description = '' }", """PATCH /jobs/job_s01 {"description":""}""")]
    [InlineData("Set-JobListing job_s01 -Field @{ remoteCountry = $null }", """PATCH /jobs/job_s01 {"remoteCountry":null}""")]
    [InlineData("@{ jobId = 'job_s01'; title = 'New'; description = '' } | Set-JobListing", """PATCH /jobs/job_s01 {"title":"New"}""")]
    [InlineData("@{ jobId = 'job_s01'; clear = 'jobLevel;salaryMax' } | Set-JobListing", """PATCH /jobs/job_s01 {"jobLevel":null,"salaryMax":null}""")]
    [InlineData("Set-JobListing job_s01 -JobLevel mid -RemoteOption in_person", """PATCH /jobs/job_s01 {"remoteOption":"IN_PERSON","jobLevel":"MID"}""")]
    [InlineData("New-JobListing -Title Baker", """POST /jobs {"title":"Baker","publish":false}""")]
    [InlineData("@{ title = 'Baker'; budgets = '[{\"window\":\"weekly\",\"budgetCents\":12000,\"notes\":null}]' } | New-JobListing", """POST /jobs {"title":"Baker","budgets":[{"window":"WEEKLY","budgetCents":12000,"notes":null}],"publish":false}""")]
    [InlineData("New-JobListing -Title Baker -Locations (Find-JobLocation Tulsa)", """POST /jobs {"title":"Baker","locations":[{"locationId":61007,"displayName":"Tulsa, Oklahoma, United States","city":"Tulsa","stateProvince":"Oklahoma","country":"United States"}],"publish":false}""")]
    [InlineData("New-JobListing -Title Baker -Location 'Tulsa, Oklahoma'", """POST /jobs {"title":"Baker","locations":[{"locationId":61007,"displayName":"Tulsa, Oklahoma, United States","city":"Tulsa","stateProvince":"Oklahoma","country":"United States"}],"publish":false}""")]
    [InlineData("New-JobListing -Title Baker -Questions 'Why?', @{ prompt = 'When?'; options = 'Now', 'Later' }", """POST /jobs {"title":"Baker","questions":[{"prompt":"Why?","order":0},{"prompt":"When?","options":["Now","Later"],"order":1}],"publish":false}""")]
    [InlineData("New-JobListing -Title Baker -Qualifications Card, @{ text = 'Van'; kind = 'PREFERRED'; order = 7 }", """POST /jobs {"title":"Baker","qualifications":[{"text":"Card","kind":"REQUIRED","order":0},{"text":"Van","kind":"PREFERRED","order":7}],"publish":false}""")]
    [InlineData("Set-JobListing job_s01 -Budgets ([JobDraftsPS.JobBudget]@{ Window = 'DAILY'; BudgetCents = 900 })", """PATCH /jobs/job_s01 {"budgets":[{"window":"DAILY","budgetCents":900}]}""")]
    [InlineData("Set-JobListing job_s04 -Clear questions", """PATCH /jobs/job_s04 {"questions":[]}""")]
    [InlineData("Set-JobListing job_s04 -UnlimitedBudget -Confirm:$false", """PATCH /jobs/job_s04 {"budgets":[]}""")]
    public void Each_operation_sends_exactly_this(string command, string request)
    {
        var result = bench.Run(command);

        Assert.Empty(result.AllErrors);
        Assert.NotEmpty(result.Output);
        var (method, target, body, _) = bench.Requests()[^1];
        Assert.Equal(request, $"{method} {target.Replace("/api/external/v1", string.Empty, StringComparison.Ordinal)} {body}");
    }

    [Fact]
    public void An_id_is_escaped_on_its_way()
    {
        bench.Run("Get-JobListing 'a/../b c?'");

        Assert.Equal("/api/external/v1/jobs/a%2F..%2Fb%20c%3F", Assert.Single(bench.Requests()).Target);
    }

    [Fact]
    public void All_listings_come_from_one_call_newest_first_and_one_row_each()
    {
        var all = bench.Run("Get-JobListing");

        Assert.Equal(14, all.Output.Count);
        Assert.Equal("job_closed01", all.Output[0].Properties["JobId"].Value);
        Assert.Single(bench.Requests());
    }

    [Fact]
    public void What_is_said_of_an_edit_that_gives_nothing_is_a_warning_and_no_request()
    {
        var result = bench.Run("'job_s01' | Set-JobListing; @{ jobId = 'job_s02'; wages = 5 } | Set-JobListing");

        Assert.Empty(result.AllErrors);
        Assert.Empty(bench.Requests());
        Assert.Equal(2, result.Warnings.Count(warning => warning.Contains("nothing is sent", StringComparison.Ordinal)));
        Assert.Contains(result.Warnings, warning => warning.Contains("Column 'wages' is no field of Sorce", StringComparison.Ordinal));
    }
}
