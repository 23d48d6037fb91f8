using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>Without a connection the contracts' own lists are offered.</summary>
public sealed class ContractListTests : IDisposable
{
    private readonly Session session = new();

    [Theory]
    [InlineData("Update-JobDraft d -PaymentType ", "PAY_PER_LABEL PAY_PER_HOUR FIXED_PRICE")]
    [InlineData("Update-PublishedJob d -ExperienceLevel ", "EXPERT ENTRY_LEVEL INTERMEDIATE ANY_EXPERIENCE_LEVEL")]
    [InlineData("Update-JobDraft d -DataVolumeUnit number", "NUMBER_OF_FILES NUMBER_OF_WORDS")]
    [InlineData("Update-JobDraft d -Clear job", "jobTitle jobDescription")]
    [InlineData("Update-JobDraft d -Clear jobTitle,PRICE", "pricePerHour pricePerLabel")]
    [InlineData("Find-PublishedJob -PayType pay", "PAY_PER_LABEL PAY_PER_HOUR")]
    [InlineData("Get-JobDraft -Status ", "DRAFT OPEN ONGOING COMPLETED ARCHIVED PENDING_APPROVAL")]
    [InlineData("Get-PublishedJob -Mine -Status o", "OPEN ONGOING")]
    [InlineData("New-JobListing -RemoteOption ", "REMOTE HYBRID IN_PERSON")]
    [InlineData("Set-JobListing l -JobType p", "PART_TIME")]
    [InlineData("Set-JobListing l -JobLevel s", "SENIOR")]
    [InlineData("Set-JobListing l -SalaryPeriod h", "HOURLY")]
    [InlineData("Set-JobListing l -Clear sal", "salaryMin salaryMax salaryPeriod")]
    [InlineData("Set-JobListing l -Clear t", "")]
    [InlineData("Set-JobListing l -RemoveBudget ", "DAILY WEEKLY MONTHLY LIFETIME")]
    [InlineData("New-TranslationJob p -Quality ", "translation translation-and-correction")]
    [InlineData("Set-TranslationJob j p -IsActive ", "$true $false")]
    [InlineData("Set-TranslationJob j p -IsActive f", "$false")]
    [InlineData("Set-TranslationJob j p -Clear ", "topic briefing")]
    [InlineData("Get-TranslationJob p -State c", "canceled completed")]
    [InlineData("Set-TranslationProject p -Clear ", "due_date billing_address coupon_name affiliate_id")]
    [InlineData("Set-TranslationProject p -Clear dueD", "due_date")]
    [InlineData("Set-TranslationCallback c j p -TriggerState tr", "translation-pending translation-delivered")]
    [InlineData("Set-TranslationCallback c j p -Clear ", "extra_data")]
    [InlineData("Invoke-JobDraftPlan -Path x -Accept b", "BilledOrder")]
    [InlineData("Invoke-JobDraftPlan -Path x -Accept BilledOrder,l", "LiveEdit")]
    [InlineData("Invoke-JobDraftPlan -Path x -FailOn ", "Any None")]
    public void Each_list_is_offered(string line, string expected)
    {
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TabKey.Press(session, line));
    }

    [Theory]
    [InlineData("Update-JobDraft d -Field job", "@{ jobTitle = |@{ jobDescription = ")]
    [InlineData("New-JobListing -Field bid", "@{ bidPerQualifiedApplicantCents = ")]
    [InlineData("Set-TranslationJob j p -Field sourceL", "@{ source_language = ")]
    [InlineData("New-TranslationProject -Field coupon", "@{ coupon_name = ")]
    [InlineData("Complete-JobDraft d -Answer head", "@{ headcount = ")]
    [InlineData("New-JobDraftPlan -InputObject op", "@{ operation = ")]
    [InlineData("New-JobDraftPlan -Service Sorce -InputObject jobT", "@{ jobType = ")]
    [InlineData("New-JobDraftPlan -Service OpenTrain -InputObject jobT", "@{ jobTitle = ")]
    public void A_hashtable_begins_with_the_name_of_a_field(string line, string expected)
    {
        Assert.Equal(expected.Split('|'), TabKey.Press(session, line));
    }

    [Fact]
    public void A_plan_has_the_columns_of_every_service_each_once()
    {
        var columns = TabKey.Matches(session, "New-JobDraftPlan -InputObject ").Select(match => match.ListItemText).ToArray();

        Assert.Equal(["service", "jobId", "projectId", "operation", "clear"], columns[..5]);
        Assert.Superset(new HashSet<string>(["jobTitle", "source_language", "due_date", "budgets"]), new HashSet<string>(columns));
        Assert.Equal(columns.Length, columns.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_field_tells_what_it_takes()
    {
        Assert.Contains("PAY_PER_HOUR", Assert.Single(TabKey.Matches(session, "Update-JobDraft d -Clear paymentT")).ToolTip, StringComparison.Ordinal);
    }

    public void Dispose() => session.Dispose();
}
