using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The jobs that are there from the start. They are create bodies read by the service itself, so that no seed holds what the API would refuse.</summary>
/// <remarks>Everything is fixed but the dates of published jobs, which are counted back from the sandbox's start, or they would be expired one day.</remarks>
internal sealed class SorceSeed(SorceJobReader reader, SorceLifecycle lifecycle, DateTimeOffset start)
{
    private const string Complete = """
        {"title":"Order picker","description":"Pick and pack orders in a dry warehouse.","remoteOption":"IN_PERSON",
         "locations":[{"locationId":61007}],"jobType":"FULL_TIME","jobLevel":"ENTRY","salaryMin":18,"salaryMax":23,"salaryPeriod":"HOURLY",
         "bidPerQualifiedApplicantCents":700,"qualifications":[{"text":"Can lift 20 kg","kind":"REQUIRED","order":0}],
         "questions":[{"prompt":"Which shifts suit you?","order":0,"options":["Early","Late"]}],
         "budgets":[{"window":"WEEKLY","budgetCents":15000}]}
        """;

    /// <summary>The first five can be published as they are; of the others each lacks what its comment says.</summary>
    private static readonly (string Id, string Body)[] Drafts =
    [
        ("job_s01", """
            {"title":"Backend developer","description":"Build and run the booking service of a ferry line.","remoteOption":"REMOTE",
             "remoteCountry":"United States","jobType":"FULL_TIME","jobLevel":"SENIOR","salaryMin":120000,"salaryMax":155000,"salaryPeriod":"ANNUAL",
             "bidPerQualifiedApplicantCents":2500,
             "qualifications":[{"text":"Five years of C#","kind":"REQUIRED","order":0},{"text":"Has run PostgreSQL","kind":"PREFERRED","order":1}],
             "questions":[{"prompt":"Which system are you proud of?","order":0,"options":[]}],
             "budgets":[{"window":"MONTHLY","budgetCents":250000,"notes":"spring round"}]}
            """),
        ("job_s02", """
            {"title":"Data annotator, Spanish","description":"Label short recordings.\nHours are free to choose.","remoteOption":"REMOTE",
             "remoteCountry":"United States","jobType":"CONTRACT","jobLevel":"ENTRY","salaryMin":21,"salaryMax":21,"salaryPeriod":"HOURLY",
             "bidPerQualifiedApplicantCents":450,"qualifications":[{"text":"Reads and writes Spanish","kind":"REQUIRED","order":0}]}
            """),
        ("job_s03", """
            {"title":"Product designer","description":"Design the counter app of a café chain — three days a week in the studio.","remoteOption":"HYBRID",
             "locations":[{"locationId":55022},{"locationId":58043}],"jobType":"FULL_TIME","jobLevel":"MID","salaryMin":88000,"salaryMax":104000,
             "salaryPeriod":"ANNUAL","bidPerQualifiedApplicantCents":1800,
             "qualifications":[{"text":"Portfolio with two shipped products","kind":"REQUIRED","order":0}],
             "questions":[{"prompt":"Link to your portfolio","order":0,"options":[]},
                          {"prompt":"Which studio?","order":1,"options":["Portland","Seattle"],"sandboxStyle":"CHOICE"}],
             "budgets":[{"window":"DAILY","budgetCents":9000},{"window":"LIFETIME","budgetCents":400000}]}
            """),
        ("job_s04", """
            {"title":"Night shift baker","description":"Bread and rolls for two shops.","remoteOption":"IN_PERSON","locations":[{"locationId":50321}],
             "jobType":"PART_TIME","jobLevel":"ENTRY","salaryMin":19,"salaryMax":24,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":900,
             "qualifications":[{"text":"Food handler card","kind":"REQUIRED","order":0}],
             "questions":[{"prompt":"Which nights can you work?","order":0,"options":["Mon-Wed","Thu-Sat"]}],
             "budgets":[{"window":"WEEKLY","budgetCents":12000,"notes":"trial"}]}
            """),
        ("job_s05", """
            {"title":"Lab intern","description":"Prepare samples and keep the lab book.","remoteOption":"IN_PERSON","locations":[{"locationId":58112}],
             "jobType":"INTERNSHIP","jobLevel":"ENTRY","salaryMin":0,"salaryMax":17,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":300,
             "qualifications":[{"text":"Enrolled in a science course","kind":"REQUIRED","order":0}]}
            """),

        // jobLevel
        ("job_s06", """
            {"title":"Bookkeeper","description":"Monthly closing for a dozen small firms.","remoteOption":"REMOTE","remoteCountry":"United States",
             "jobType":"PART_TIME","salaryMin":28,"salaryMax":34,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":1100,
             "qualifications":[{"text":"Two years of bookkeeping","kind":"REQUIRED","order":0}]}
            """),

        // salaryMin, salaryMax
        ("job_s07", """
            {"title":"Bench jeweller","description":"Repairs and small series.","remoteOption":"HYBRID","locations":[{"locationId":61007}],
             "jobType":"FULL_TIME","jobLevel":"MID","salaryPeriod":"ANNUAL","bidPerQualifiedApplicantCents":1300,
             "qualifications":[{"text":"Can set stones","kind":"REQUIRED","order":0}],"budgets":[{"window":"LIFETIME","budgetCents":80000}]}
            """),

        // description, bidPerQualifiedApplicantCents, qualifications
        ("job_s08", """
            {"title":"Bicycle mechanic","remoteOption":"IN_PERSON","locations":[{"locationId":55021}],"jobType":"FULL_TIME","jobLevel":"ENTRY",
             "salaryMin":20,"salaryMax":26,"salaryPeriod":"HOURLY"}
            """),

        // remoteOption, jobType, salaryPeriod, bidPerQualifiedApplicantCents
        ("job_s09", """
            {"title":"Support agent","description":"Mail and chat, no calls.","jobLevel":"ENTRY","salaryMin":41000,"salaryMax":47000,
             "qualifications":[{"text":"Types without looking","kind":"REQUIRED","order":0}]}
            """),

        // remoteCountry, qualifications (none is REQUIRED)
        ("job_s10", """
            {"title":"Technical writer","description":"Manuals for measuring devices.","remoteOption":"REMOTE","jobType":"CONTRACT","jobLevel":"MID",
             "salaryMin":45,"salaryMax":60,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":1500,
             "qualifications":[{"text":"Knows DITA","kind":"PREFERRED","order":0}]}
            """),
    ];

    public void Fill(SorceCompany main, SorceCompany other)
    {
        foreach (var (id, body) in Drafts)
        {
            main.Add(Draft(id, main, body));
        }

        main.Add(Live("job_live01", "Order picker", main, daysAgo: 2));
        main.Add(Live("job_live02", "Forklift driver", main, daysAgo: 5).With(SorceApplication.Pending));
        main.Add(lifecycle.Apply(SorceOperation.Pause, Live("job_paused01", "Stock clerk", main, daysAgo: 10), start));
        main.Add(lifecycle.Apply(SorceOperation.Close, Live("job_closed01", "Holiday packer", main, daysAgo: 20), start.AddDays(-1)));
        other.Add(Draft("job_other01", other, Complete));
    }

    private SorceJob Live(string id, string title, SorceCompany company, int daysAgo) =>
        lifecycle.Apply(SorceOperation.Publish, Draft(id, company, Complete) with { Title = title }, start.AddDays(-daysAgo));

    private SorceJob Draft(string id, SorceCompany company, string body)
    {
        using var document = JsonDocument.Parse(body);
        var faults = new SorceFieldErrors();
        var job = reader.Apply(document.RootElement.Clone(), new SorceJob(id, company.Id), faults);
        return faults.Any ? throw new InvalidOperationException($"The seed {id} is not valid: {faults.ToJson().ToJsonString()}") : job;
    }
}
