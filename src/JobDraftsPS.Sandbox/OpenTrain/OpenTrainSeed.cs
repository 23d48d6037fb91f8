using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>The accounts, tokens and jobs that every sandbox is born with, always the same.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>ot-draft-01</c> to <c>ot-draft-16</c>: drafts of the main account, each with what the comment beside it says is
/// missing; 07 and 15 are complete.</item>
/// <item><c>ot-live-01</c>, <c>ot-live-02</c>: open jobs of the main account; <c>ot-closed-01</c>: an archived one.</item>
/// <item><c>ot-foreign-01</c>: a complete draft of another account.</item>
/// </list>
/// </remarks>
internal static class OpenTrainSeed
{
    private static readonly string[] JobScopes =
        ["jobs:read", "jobs:write", "proposals:read", "messages:read", "payments:read", "team:read"];

    private static readonly DateTimeOffset Begin = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static OpenTrainAccount Main { get; } = new("org-main", "user-main")
    {
        Email = "mara@sandbox.example",
        FirstName = "Mara",
        LastName = "Lind",
        CompanyName = "Lind Data",
    };

    public static OpenTrainAccount Other { get; } = new("org-other", "user-other")
    {
        Email = "otto@other.example",
        FirstName = "Otto",
        LastName = "Berg",
        CompanyName = "Berg Vision",
    };

    public static IReadOnlyList<OpenTrainToken> Tokens { get; } =
    [
        new(OpenTrainTokens.Full, Main, "All job calls", JobScopes),
        new(OpenTrainTokens.ReadOnly, Main, "Reading only", ["jobs:read"]),
        new(OpenTrainTokens.NoJobScope, Main, "Messages only", ["messages:read"]),
        new(OpenTrainTokens.Revoked, Main, "Revoked", JobScopes) { Revoked = true },
        new(OpenTrainTokens.DraftingOff, new("org-drafting-off", "user-drafting-off") { Drafting = false }, "No drafting", JobScopes),
        new(OpenTrainTokens.PublishingOff, new("org-publishing-off", "user-publishing-off") { Publishing = false }, "No publishing", JobScopes),
        new(OpenTrainTokens.OtherAccount, Other, "Another company", JobScopes),
        new(OpenTrainTokens.Unclaimed, new("org-unclaimed", "user-unclaimed") { Claimed = false }, "Unclaimed agent", JobScopes),
    ];

    /// <summary>Adds the jobs; the empty text or zero in a column means that the draft lacks it.</summary>
    public static void Plant(JobStore store)
    {
        var planted = 0;
        OpenTrainJob Job(
            OpenTrainAccount owner, string id, string title, string description,
            string pay, double rate, string level, int volume, string unit, string language, int people)
        {
            var job = store.Add(owner, Begin.AddHours(planted++), id);
            Set(job, "jobTitle", title);
            Set(job, "jobDescription", description);
            Set(job, "paymentType", pay);
            Set(job, Drafts.DraftSchema.RateOf(pay) ?? "pricePerHour", rate);
            Set(job, "experienceLevel", level);
            Set(job, "dataVolume", volume);
            Set(job, "dataVolumeUnit", unit);
            Set(job, "headcount", people);
            if (language.Length > 0)
            {
                job.Fields["languages"] = new[] { language };
            }

            return job;
        }

        void Draft(
            int number, string title, string description,
            string pay, double rate, string level, int volume, string unit, string language, int people) =>
            Job(Main, $"ot-draft-{number:D2}", title, description, pay, rate, level, volume, unit, language, people);

        const string Hour = "PAY_PER_HOUR";
        const string Label = "PAY_PER_LABEL";
        const string Fixed = "FIXED_PRICE";
        const string Files = "NUMBER_OF_FILES";
        const string Words = "NUMBER_OF_WORDS";
        const string Hours = "HOURS_OF_RECORDING_AUDIO_VIDEO";

        // experienceLevel
        Draft(1, "Street sign boxes", "Draw boxes around every street sign in dashcam frames.", Hour, 21, "", 12000, Files, "English", 4);

        // experienceLevel, dataVolumeUnit
        Draft(2, "Retail shelf gaps", "Mark empty places on shelf photos of grocery shops.", Label, 0.05, "", 40000, "", "", 6);

        // pricePerHour
        Draft(3, "Spanish call transcripts", "Write down customer calls word by word, with speaker turns.", Hour, 0, "INTERMEDIATE", 300, Hours, "Spanish", 8);

        // paymentType, experienceLevel
        Draft(4, "Invoice field tagging", "Tag supplier, date and total on scanned invoices.", "", 0, "", 9000, Files, "German", 3);

        // dataVolumeUnit
        Draft(5, "Toxicity ratings", "Rate forum posts on a five step scale by the given rules.", Label, 0.03, "ENTRY_LEVEL", 60000, "", "English", 10);

        // experienceLevel, fixedPrice
        Draft(6, "Radiology outlines", "Outline lung nodules in chest scans; a second reader checks.", Fixed, 0, "", 800, Files, "English", 2);

        // nothing: ready
        Draft(7, "French chatbot answers", "Write and compare answers of a shopping assistant in French.", Hour, 26, "INTERMEDIATE", 5000, Words, "French", 5);

        // experienceLevel
        Draft(8, "Wheat disease classes", "Sort leaf photos into nine classes of disease.", Label, 0.08, "", 25000, Files, "", 4);

        // jobDescription, dataVolumeUnit
        Draft(9, "Sign language clips", "", Hour, 32, "EXPERT", 120, "", "English", 3);

        // experienceLevel, pricePerLabel
        Draft(10, "Product title cleanup", "Bring product titles of a marketplace into one form.", Label, 0, "", 70000, Words, "Italian", 7);

        // paymentType
        Draft(11, "Drone roof damage", "Mark damaged tiles in drone pictures of roofs.", "", 0, "INTERMEDIATE", 3500, Files, "", 2);

        // experienceLevel, dataVolumeUnit
        Draft(12, "Japanese voice prompts", "Record short commands in a quiet room.", Fixed, 2400, "", 0, "", "Japanese", 12);

        // experienceLevel
        Draft(13, "Legal clause spans", "Mark twelve kinds of clauses in contracts.", Hour, 45, "", 150000, Words, "English", 3);

        // paymentType, experienceLevel, dataVolumeUnit
        Draft(14, "Warehouse robot video", "Describe what the robot arm does in each clip.", "", 0, "", 0, "", "", 0);

        // nothing: ready
        Draft(15, "Parking lot counts", "Count free parking places in aerial pictures.", Label, 0.06, "ANY_EXPERIENCE_LEVEL", 18000, Files, "", 5);

        // dataVolumeUnit, fixedPrice
        Draft(16, "Polish news summaries", "Write three sentences about each news article.", Fixed, 0, "EXPERT", 2000, "", "Polish", 4);

        var live = Job(Main, "ot-live-01", "Traffic light states", "Name the state of every traffic light.", Label, 0.04, "ENTRY_LEVEL", 30000, Files, "English", 6);
        Publish(live);
        live.Fields["countries"] = new[] { "DE", "PL" };
        live.Fields["labelTypes"] = new[] { "Classification" };
        Publish(Job(Main, "ot-live-02", "Portuguese speech review", "Check transcripts of podcasts.", Hour, 24, "INTERMEDIATE", 200, Hours, "Portuguese", 3));
        var closed = Job(Main, "ot-closed-01", "Cat and dog photos", "Tell cats from dogs.", Label, 0.02, "ANY_EXPERIENCE_LEVEL", 10000, Files, "English", 2);
        Publish(closed);
        closed.Status = JobStatus.Archived;
        closed.UpdatedAt = closed.UpdatedAt.AddDays(2);
        closed.LatestEvent = ("CLOSED", closed.UpdatedAt);
        Job(Other, "ot-foreign-01", "Bridge crack outlines", "Outline cracks in concrete.", Hour, 30, "EXPERT", 4000, Files, "English", 2);
    }

    private static void Publish(OpenTrainJob job)
    {
        job.Status = JobStatus.Open;
        job.UpdatedAt = job.CreatedAt.AddMinutes(30);
        job.PublishedAt = job.UpdatedAt;
        job.LatestEvent = ("PUBLISHED", job.UpdatedAt);
    }

    private static void Set(OpenTrainJob job, string key, string value)
    {
        if (value.Length > 0)
        {
            job.Fields[key] = value;
        }
    }

    private static void Set(OpenTrainJob job, string key, double value)
    {
        if (value > 0)
        {
            job.Fields[key] = (decimal)value;
        }
    }
}
