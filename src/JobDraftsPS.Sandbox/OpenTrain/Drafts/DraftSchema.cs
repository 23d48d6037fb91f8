namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>The 26 draft keys that the service names, with their enum values.</summary>
internal static class DraftSchema
{
    public static IReadOnlyList<DraftField> Fields { get; } =
    [
        new("jobTitle", DraftFieldKind.Text, "Job title") { Prompt = "What is the job called?", Example = "Street sign boxes" },
        new("jobDescription", DraftFieldKind.Text, "Job description") { Prompt = "What is to be done?", Example = "Draw boxes around street signs." },
        new("paymentType", DraftFieldKind.Enum, "Payment type")
        {
            Prompt = "How is the work paid?",
            Example = "PAY_PER_HOUR",
            EnumValues = ["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"],
            Hint = "The rate that goes with it is asked for next.",
        },
        new("pricePerHour", DraftFieldKind.Money, "Price per hour") { Prompt = "How many USD is an hour paid?", Example = "21" },
        new("pricePerLabel", DraftFieldKind.Money, "Price per label") { Prompt = "How many USD is a label paid?", Example = "0.05" },
        new("fixedPrice", DraftFieldKind.Money, "Fixed price") { Prompt = "How many USD is the whole job paid?", Example = "1500" },
        new("experienceLevel", DraftFieldKind.Enum, "Experience level")
        {
            Prompt = "How experienced do people have to be?",
            Example = "INTERMEDIATE",
            EnumValues = ["EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"],
        },
        new("dataVolume", DraftFieldKind.Number, "Data volume") { Prompt = "How much data is there?", Example = "12000" },
        new("dataVolumeUnit", DraftFieldKind.Enum, "Data volume unit")
        {
            Prompt = "What does the data volume count?",
            Example = "NUMBER_OF_FILES",
            EnumValues = ["HOURS_OF_RECORDING_AUDIO_VIDEO", "NUMBER_OF_FILES", "NUMBER_OF_WORDS", "UNKNOWN_NOT_SPECIFIED"],
        },
        new("languages", DraftFieldKind.TextList, "Languages") { Example = "Spanish" },
        new("countries", DraftFieldKind.TextList, "Countries") { Example = "DE" },
        new("labelTypes", DraftFieldKind.TextList, "Label types") { Example = "Bounding box" },
        new("headcount", DraftFieldKind.Count, "Headcount") { Prompt = "How many people are wanted?", Example = "4" },
        new("labelingOverview", DraftFieldKind.Text, "Labeling overview"),
        new("datasetDescription", DraftFieldKind.Text, "Dataset description"),
        new("dataType", DraftFieldKind.Text, "Data type") { Example = "Image" },
        new("subjectMatter", DraftFieldKind.TextOrList, "Subject matter"),
        new("labelingSoftware", DraftFieldKind.TextOrList, "Labeling software"),
        new("aiInterviewRequirements", DraftFieldKind.Text, "AI interview requirements"),
        new("budgetRange", DraftFieldKind.Text, "Budget range"),
        new("workloadDesc", DraftFieldKind.Text, "Workload"),
        new("timeRequirement", DraftFieldKind.Text, "Time requirement"),
        new("projectDuration", DraftFieldKind.Text, "Project duration"),
        new("freelancerType", DraftFieldKind.Text, "Freelancer type"),
        new("projectScope", DraftFieldKind.Text, "Project scope"),
        new("visibility", DraftFieldKind.Text, "Visibility"),
    ];

    private static Dictionary<string, DraftField> ByKey { get; } = Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);

    /// <summary>The field of a patch key, or null; keys match to the letter.</summary>
    public static DraftField? Find(string key) => ByKey.TryGetValue(key, out var field) ? field : null;

    public static DraftField Get(string key) => ByKey[key];

    /// <summary>The keys of all rates.</summary>
    public static IReadOnlyList<string> Rates { get; } = ["pricePerHour", "pricePerLabel", "fixedPrice"];

    /// <summary>The key of the rate that goes with a payment type, or null.</summary>
    public static string? RateOf(string? paymentType) => paymentType switch
    {
        "PAY_PER_HOUR" => "pricePerHour",
        "PAY_PER_LABEL" => "pricePerLabel",
        "FIXED_PRICE" => "fixedPrice",
        _ => null,
    };
}
