using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>What is wrong is refused with its own words before anything is sent, or told apart by the service's code.</summary>
public sealed class ListingBadInputTests : IDisposable
{
    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("salaryMin", "19.5", "'19.5' is not a whole number")]
    [InlineData("salaryMax", "-1", "-1 is below 0")]
    [InlineData("salaryMax", "24,000", "'24,000' is not a whole number")]
    [InlineData("bidPerQualifiedApplicantCents", "9.99", "'9.99' is not a whole number")]
    [InlineData("bidPerQualifiedApplicantCents", "1kb", "'1kb' is not a whole number")]
    [InlineData("jobLevel", "EXPERT", "'EXPERT' is not one of the allowed values: ENTRY, MID, SENIOR")]
    [InlineData("jobType", "TEMP", "FULL_TIME, PART_TIME, CONTRACT, INTERNSHIP")]
    [InlineData("remoteOption", "OFFICE", "REMOTE, HYBRID, IN_PERSON")]
    [InlineData("salaryPeriod", "MONTHLY", "ANNUAL, HOURLY")]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":12.5}]""", "entry 1, budgetCents: '12.5' is not a whole number")]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":-1}]""", "entry 1, budgetCents: -1 is below 0")]
    [InlineData("budgets", """[{"window":"HOURLY","budgetCents":1}]""", "entry 1, window: 'HOURLY' is not one of the allowed values: DAILY, WEEKLY, MONTHLY, LIFETIME")]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":1},{"window":"daily","budgetCents":2}]""", "there are 2 budgets for DAILY; one for each window is allowed")]
    [InlineData("budgets", """[{"budgetCents":1}]""", "window is needed")]
    [InlineData("budgets", """[{"window":"DAILY"}]""", "budgetCents is needed")]
    [InlineData("budgets", "WEEKLY 500", "written as JSON")]
    [InlineData("budgets", """[{"window":"DAILY",""", "begins like JSON")]
    [InlineData("budgets", "[5]", "entry 1 is a Int64, and an object is needed")]
    [InlineData("budgets", "System.Object[]", "name of a .NET type")]
    [InlineData("locations", """[{"city":"Tulsa"}]""", "entry 1: locationId is needed")]
    [InlineData("locations", "Tulsa, Oklahoma", "written as JSON")]
    [InlineData("locations", """[{"locationId":"Tulsa"}]""", "entry 1, locationId: 'Tulsa' is not a whole number")]
    [InlineData("qualifications", """[{"text":" ","kind":"REQUIRED"}]""", "entry 1: text is needed, a text that is not empty")]
    [InlineData("questions", """[{"prompt":"A"},{"order":1}]""", "entry 2: prompt is needed")]
    public void A_wrong_cell_is_an_error_of_its_row_and_the_rows_around_it_go_on(string column, string cell, string words)
    {
        object[] rows = [Rows.Of(("jobId", "job_s01"), ("title", "a")), Rows.Of(("jobId", "job_s02"), (column, cell)), Rows.Of(("jobId", "job_s04"), ("title", "b"))];

        bench.MiddleRowOf("Set-JobListing", rows, 4).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, $"Column '{column}'", words, "Nothing was sent.");

        Assert.DoesNotContain(bench.Writes(), write => write.Contains("job_s02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Set-JobListing job_s01 -BidPerQualifiedApplicantCents 9.5", "'9.5' is not a whole number")]
    [InlineData("Set-JobListing job_s01 -SalaryMin '1,000'", "'1,000' is not a whole number")]
    [InlineData("Set-JobListing job_s01 -JobLevel EXPERT", "ENTRY, MID, SENIOR")]
    [InlineData("Set-JobListing job_s01 -Budgets ([JobDraftsPS.JobBudget]@{ Window = 'DAILY'; BudgetCents = 12.5 })", "budgetCents: '12.5' is not a whole number")]
    [InlineData("Set-JobListing job_s01 -AddBudget @{ window = 'DAILY'; budgetCents = 12.5 }", "-AddBudget: entry 1, budgetCents: '12.5' is not a whole number")]
    [InlineData("Set-JobListing job_s01 -AddBudget 5", "-AddBudget: entry 1 is a Int32")]
    [InlineData("Set-JobListing job_s01 -RemoveBudget YEARLY", "-RemoveBudget: 'YEARLY' is not one of the windows DAILY, WEEKLY, MONTHLY, LIFETIME")]
    [InlineData("Set-JobListing job_s01 -Clear title", "'title' cannot be cleared")]
    [InlineData("Set-JobListing job_s01 -Field @{ wages = 5 }", "no field 'wages'")]
    [InlineData("New-JobListing -Description 'no title'", "title: A title is needed")]
    [InlineData("New-JobListing -Title ' '", "title: A title is needed")]
    [InlineData("@{ jobId = 'job_s01'; title = 'x' } | New-JobListing", "'job_s01' is the id of a listing that exists")]
    [InlineData("'job_s01' | New-JobListing", "'job_s01' is the id of a listing that exists")]
    [InlineData("@{ title = 'no id' } | Set-JobListing", "no jobId")]
    [InlineData("@{ service = 'OpenTrain'; jobId = 'job_s01' } | Suspend-JobListing", "belongs to OpenTrain")]
    [InlineData("Find-JobLocation ' '", "A part of the place's name is needed")]
    public void A_wrong_command_is_refused_before_anything_is_sent(string command, string words)
    {
        var error = Assert.Single(bench.Run(command).AllErrors);

        Assert.Contains(words, error.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void A_qualification_without_a_kind_is_sent_with_a_warning()
    {
        var result = bench.Run("Set-JobListing job_s03 -Qualifications @{ text = 'Forklift licence' }, @{ text = 'Night shift'; kind = 'REQUIRED' } -Confirm:$false");

        Assert.Contains(result.Warnings, warning => warning.Contains("no kind is given for 'Forklift licence': Sorce decides whether that counts as REQUIRED.", StringComparison.Ordinal));
        Assert.StartsWith("PATCH ", Assert.Single(bench.Writes()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ambiguous_place_is_refused_with_its_candidates()
    {
        var error = Assert.Single(bench.Run("New-JobListing -Title x -Location Springfield").AllErrors);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'Springfield' may mean 5 places", "Springfield, Illinois, United States (58111)", "Springfield, Oregon, United States (58115)", "Nothing was sent.", "'Tulsa, Oklahoma'");
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void An_unknown_place_is_refused() =>
        Assert.Single(bench.Run("Set-JobListing job_s03 -AddLocation Atlantis").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "knows no place 'Atlantis'", "Find-JobLocation");

    [Theory]
    [InlineData("springfield,  oregon", 58115)]
    [InlineData("Springfield, Oregon, United States", 58115)]
    [InlineData("Tulsa", 61007)]
    public void A_place_is_meant_by_its_whole_name_or_when_no_other_answers(string name, long id) =>
        Assert.Equal(id, Assert.Single(bench.Run("(New-JobListing -Title x -Location $name).Locations", ("name", name)).Output).Properties["LocationId"].Value);

    [Fact]
    public void Gaps_found_here_read_as_those_that_the_service_finds()
    {
        foreach (var given in new[] { "-Title x", "-Title x -RemoteOption REMOTE -SalaryMin 9 -SalaryMax 5 -BidPerQualifiedApplicantCents 0", "-Title x -RemoteOption HYBRID -Qualifications @{ text = 'a'; kind = 'PREFERRED' }" })
        {
            var here = ContractVectorTests.FieldErrors(Assert.Single(bench.Run($"New-JobListing {given} -Publish").AllErrors));
            var there = ContractVectorTests.FieldErrors(Assert.Single(bench.Run($"New-JobListing {given} -Publish -SkipCheck").AllErrors));

            Assert.Equal(there.OrderBy(pair => pair.Key, StringComparer.Ordinal), here.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }

        Assert.Equal(3, bench.Writes().Count);
    }

    [Fact]
    public void After_a_refusal_the_services_own_fields_are_the_validation()
    {
        var error = Assert.Single(bench.Run("New-JobListing -Title x -Publish -SkipCheck").AllErrors);

        dynamic validation = error.Exception;
        Assert.Equal("Server", (string)validation.Validation.Source.ToString());
        Assert.Equal(9, (int)validation.Validation.MissingFieldCount);
    }

    [Theory]
    [InlineData("job_live01", "-Qualifications @{ text = 'a'; kind = 'PREFERRED' }", "qualifications")]
    [InlineData("job_paused01", "-Clear qualifications", "qualifications")]
    [InlineData("job_live01", "-RemoveLocation 61007", "locations")]
    public void A_set_that_would_leave_a_live_listing_incomplete_is_refused_here(string listing, string edit, string field)
    {
        var error = Assert.Single(bench.Run($"Set-JobListing {listing} {edit}").AllErrors);

        error.Says("Sorce.VALIDATION_FAILED", ErrorCategory.InvalidData, listing, field, "Nothing was sent.", "-SkipCheck");
        Assert.Equal(field, Assert.Single(ContractVectorTests.FieldErrors(error)).Key);
        Assert.Empty(bench.Writes());
    }
}
