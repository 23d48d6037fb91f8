using System.Text;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.Catalog;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>The data that a new sandbox begins with: the same every time, with ids that can be learned by heart.</summary>
internal static class TextKingSeed
{
    /// <summary>A prepared project with twelve jobs and no documents.</summary>
    public static readonly Guid SpringCatalogue = new("11111111-1111-4111-8111-111111111111");

    /// <summary>A running project with two pending jobs.</summary>
    public static readonly Guid WinterManual = new("22222222-2222-4222-8222-222222222222");

    /// <summary>A canceled project with one job.</summary>
    public static readonly Guid AutumnFlyer = new("33333333-3333-4333-8333-333333333333");

    /// <summary>Another customer's prepared project with one job.</summary>
    public static readonly Guid ForeignProject = new("99999999-9999-4999-8999-999999999999");

    /// <summary>The main customer's default billing address.</summary>
    public static readonly Guid DefaultAddress = new("77777777-1111-4222-8333-444444444444");

    /// <summary>The topic "General".</summary>
    public static readonly Guid General = new("49353ab0-fdbf-4e1c-a063-cdf4aad98782");

    private const string Translation = "translation";
    private const string Correction = "translation-and-correction";

    private static readonly Guid Building = new("c68cd090-a5ae-4b5e-b514-f70046177844");
    private static readonly Guid Finance = new("3f8067b4-d859-4c24-a1ba-ad13eeade3ab");
    private static readonly Guid Technology = new("8576549a-097f-45b3-8c59-fb3d6a03147d");
    private static readonly Guid Marketing = new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9401");
    private static readonly DateTimeOffset UploadTime = new(2026, 1, 12, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Topics, languages, coupons and prices.</summary>
    public static TextKingCatalog Catalog() => new(
        [
            new(General, "General", "Allgemein"),
            new(Building, "Building and real estate", "Bauwesen, Immobilien", 0.01m),
            new(Finance, "Finance", "Finanzen", 0.02m),
            new(Technology, "Technology / Engineering", "Technik / Technologie", 0.01m),
            new(Marketing, "Marketing and advertising", "Marketing und Werbung"),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9402"), "Law", "Recht", 0.03m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9403"), "Medicine", "Medizin", 0.03m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9404"), "Pharmacy", "Pharmazie", 0.03m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9405"), "Information technology", "Informationstechnik", 0.01m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9406"), "Tourism", "Tourismus"),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9407"), "Automotive", "Fahrzeugtechnik", 0.01m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9408"), "Energy and environment", "Energie und Umwelt", 0.01m),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d9409"), "Food and agriculture", "Lebensmittel und Landwirtschaft"),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d940a"), "Fashion and lifestyle", "Mode und Lebensart"),
            new(new("5b1d7c02-6a0e-4b8b-9a51-0f3c2e7d940b"), "Science and education", "Wissenschaft und Bildung", 0.01m),
        ],
        [
            new("en", "English", "Englisch"),
            new("de", "German", "Deutsch"),
            new("fr", "French", "Französisch"),
            new("es", "Spanish", "Spanisch"),
            new("it", "Italian", "Italienisch"),
            new("nl", "Dutch", "Niederländisch"),
            new("pt", "Portuguese", "Portugiesisch"),
            new("pl", "Polish", "Polnisch"),
            new("cs", "Czech", "Tschechisch"),
            new("ru", "Russian", "Russisch"),
            new("sv", "Swedish", "Schwedisch", Surcharge: 0.02m),
            new("da", "Danish", "Dänisch", Surcharge: 0.02m),
            new("fi", "Finnish", "Finnisch", IsSource: false, Surcharge: 0.03m),
            new("el", "Greek", "Griechisch", IsSource: false, Surcharge: 0.02m),
            new("hu", "Hungarian", "Ungarisch", IsSource: false, Surcharge: 0.01m),
            new("tr", "Turkish", "Türkisch", IsSource: false, Surcharge: 0.01m),
            new("ar", "Arabic", "Arabisch", IsSource: false, Surcharge: 0.04m),
            new("ja", "Japanese", "Japanisch", IsSource: false, Surcharge: 0.05m),
            new("zh", "Chinese", "Chinesisch", IsSource: false, Surcharge: 0.04m),
        ],
        [
            new("WELCOME", "percent", 10m),
            new("SPRING25", "euro", 25m),
            new("WORDS500", "words", 500m, Remainder: "WORDS500-REST"),
            new("WORDS500-REST", "words", 120m),
        ],
        new Dictionary<string, decimal> { [Translation] = 0.12m, [Correction] = 0.15m });

    /// <summary>Puts customers, tokens, projects and jobs into an empty state.</summary>
    /// <returns>The main customer.</returns>
    public static Customer Fill(TextKingState state, TextKingTokens tokens)
    {
        var main = new Customer([MusterAddress(), SecondAddress()]);
        var foreign = new Customer([ForeignAddress()]);
        tokens.Add(TextKingService.DefaultToken, main);
        tokens.Add(TextKingService.ForeignToken, foreign);

        AddAutumnFlyer(state, main);
        AddWinterManual(state, main);
        AddSpringCatalogue(state, main);
        var theirs = Add(state, foreign, ForeignProject, "Somebody else's brochure");
        Add(state, theirs, new("cccccccc-0000-4000-8000-000000000001"), new("Brochure DE to EN", "de", "en", Translation));
        return main;
    }

    private static void AddSpringCatalogue(TextKingState state, Customer owner)
    {
        var project = Add(state, owner, SpringCatalogue, "Spring catalogue", new DateTime(2026, 5, 4));
        JobContent[] jobs =
        [
            new("Leaflet EN to FR", "en", "fr", Correction),
            new("Leaflet EN to DE", "en", "de", Correction) { Topic = Marketing },
            new("Leaflet EN to ES", "en", "es", Translation),
            new("Price list EN to IT", "en", "it", Translation) { Topic = Finance },
            new("Price list EN to NL", "en", "nl", Translation) { Briefing = "Keep the article numbers as they are." },
            new("Price list EN to PL", "en", "pl", Translation) { IsActive = false },
            new("Cover text DE to EN", "de", "en", Correction) { Topic = Marketing, Briefing = "Short and warm; no exclamation marks." },
            new("Cover text DE to FR", "de", "fr", Correction),
            new("Assembly guide DE to EN", "de", "en", Translation) { Topic = Technology },
            new("Assembly guide DE to SV", "de", "sv", Translation),
            new("Assembly guide DE to JA", "de", "ja", Correction) { IsActive = false },
            new("Terms FR to DE", "fr", "de", Correction) { Topic = General },
        ];
        for (var i = 0; i < jobs.Length; i++)
        {
            Add(state, project, new($"aaaaaaaa-0000-4000-8000-{i + 1:D12}"), jobs[i]);
        }
    }

    private static void AddWinterManual(TextKingState state, Customer owner)
    {
        var project = Add(state, owner, WinterManual, "Winter manual", new DateTime(2026, 2, 2));
        project.State = ProjectStates.Running;
        project.Number = state.NextNumber();
        project.LineItems.Add(new(new("d0d0d0d0-0000-4000-8000-000000000001"), "Rush delivery", 30.5m));
        AddPending(
            Add(state, project, new("bbbbbbbb-0000-4000-8000-000000000001"), new("Manual DE to EN", "de", "en", Correction) { Topic = Technology }),
            "01",
            "manual-de.txt",
            "Vor dem ersten Gebrauch alle Schrauben nachziehen und das Kabel prüfen.");
        AddPending(
            Add(state, project, new("bbbbbbbb-0000-4000-8000-000000000002"), new("Safety notes EN to FR", "en", "fr", Translation)),
            "02",
            "safety notes.txt",
            "Keep away from water. Never open the housing while the device is plugged in.");
    }

    private static void AddAutumnFlyer(TextKingState state, Customer owner)
    {
        var project = Add(state, owner, AutumnFlyer, "Autumn flyer");
        project.State = ProjectStates.Canceled;
        Add(state, project, new("dddddddd-0000-4000-8000-000000000001"), new("Flyer EN to ES", "en", "es", Translation)).State = JobStates.Canceled;
    }

    private static void AddPending(Job job, string place, string fileName, string text)
    {
        const string contentType = "text/plain; charset=utf-8";
        var content = new SandboxBody(Encoding.UTF8.GetBytes(text));
        job.State = JobStates.TranslationPending;
        job.Number = $"{job.Project.Number}-{place}";
        job.Source = new Document(fileName, contentType, content, UploadTime)
        {
            Words = DocumentTypes.CountWords(contentType, content, 0),

            // Counted long ago, wherever the sandbox's clock stands.
            CountedAt = DateTimeOffset.MinValue,
        };
    }

    private static Project Add(TextKingState state, Customer owner, Guid id, string name, DateTime? dueDate = null)
    {
        var project = new Project(id, owner, new(name) { DueDate = dueDate, BillingAddress = owner.DefaultAddress?.Id });
        state.Add(project);
        return project;
    }

    private static Job Add(TextKingState state, Project project, Guid id, JobContent content)
    {
        var job = new Job(id, project, content);
        state.Add(job);
        return job;
    }

    private static Address MusterAddress() => new(DefaultAddress)
    {
        Company = "Muster GmbH",
        VatNumber = "DE000000000",
        Street = "Beispielweg 1",
        Zip = "01067",
        City = "Dresden",
        Country = "DE",
        FirstName = "Eva",
        LastName = "Muster",
        Gender = "female",
        IsDefault = true,
    };

    private static Address SecondAddress() => new(new("77777777-1111-4222-8333-555555555555"))
    {
        Street = "Probegasse 7",
        Zip = "1010",
        City = "Wien",
        Country = "AT",
        FirstName = "Jan",
        LastName = "Probe",
    };

    private static Address ForeignAddress() => new(new("88888888-1111-4222-8333-444444444444"))
    {
        Company = "Autre SARL",
        Street = "Rue Exemple 3",
        Zip = "69001",
        City = "Lyon",
        Country = "FR",
        FirstName = "Luc",
        LastName = "Autre",
        Gender = "male",
        IsDefault = true,
    };
}
