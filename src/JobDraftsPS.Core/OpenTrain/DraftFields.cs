using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>The documented keys of a draft. The account's own list, asked at run time, decides which of them may be sent.</summary>
public static class DraftFields
{
    private static readonly string[] PaymentTypes = ["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"];
    private static readonly string[] ExperienceLevels = ["EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"];
    private static readonly string[] DataVolumeUnits = ["HOURS_OF_RECORDING_AUDIO_VIDEO", "NUMBER_OF_FILES", "NUMBER_OF_WORDS", "UNKNOWN_NOT_SPECIFIED"];

    /// <summary>The 26 documented keys with their documented types and values, and with what is taken for granted about them. Where no type is documented, a value goes out as the kind of value that it is.</summary>
    public static FieldSet Known { get; } = Documented();

    /// <summary>The same keys without their lists of values and their bounds: the service decides.</summary>
    public static FieldSet Unchecked { get; } = new(Known.Fields.Select(field => field.Unchecked()));

    /// <summary>
    /// The fields that this account may send: what the service listed, with the service's own enum values. A key that only the
    /// service knows is taken as it is given.
    /// </summary>
    public static FieldSet AllowedBy(DraftCapabilities capabilities)
    {
        var keys = capabilities.UpdateKeys.Length > 0 ? capabilities.UpdateKeys : Known.Fields.Select(field => field.Name).ToArray();
        return new FieldSet(keys.GroupBy(FieldSet.Key, StringComparer.Ordinal).Select(same => same.First()).Select(key => WithEnums(Known.Find(key) ?? new FieldDefinition(key, FieldType.Any), capabilities)));
    }

    private static FieldSet Documented()
    {
        return new FieldSet(
        [
            Field("jobTitle", FieldType.Text, shownAs: "Title"),
            Field("jobDescription", FieldType.Text),
            Field("paymentType", FieldType.Choice, PaymentTypes),
            Field("pricePerHour", FieldType.Number, minimum: OpenTrainAssumptions.MinPrice),
            Field("pricePerLabel", FieldType.Number, minimum: OpenTrainAssumptions.MinPrice),
            Field("fixedPrice", FieldType.Number, minimum: OpenTrainAssumptions.MinPrice),
            Field("experienceLevel", FieldType.Choice, ExperienceLevels),
            Field("dataVolume", FieldType.Number),
            Field("dataVolumeUnit", FieldType.Choice, DataVolumeUnits),
            Field("languages", FieldType.TextList),
            Field("countries", FieldType.TextList),
            Field("labelTypes", FieldType.TextList),
            Field("headcount", FieldType.Whole, minimum: OpenTrainAssumptions.MinHeadcount),
            Field("labelingOverview", FieldType.Any),
            Field("datasetDescription", FieldType.Any),
            Field("dataType", FieldType.Any),
            Field("subjectMatter", FieldType.Any),
            Field("labelingSoftware", FieldType.Any),
            Field("aiInterviewRequirements", FieldType.Any),
            Field("budgetRange", FieldType.Any),
            Field("workloadDesc", FieldType.Any),
            Field("timeRequirement", FieldType.Any),
            Field("projectDuration", FieldType.Any),
            Field("freelancerType", FieldType.Any),
            Field("projectScope", FieldType.Any),
            Field("visibility", FieldType.Any),
        ]);

        FieldDefinition Field(string name, FieldType type, string[]? allowed = null, decimal? minimum = null, string? shownAs = null) =>
            new(name, OpenTrainAssumptions.TextOrListFields.Contains(name) ? FieldType.TextOrList : type, allowed, OpenTrainAssumptions.NullClears, minimum, shownAs: shownAs);
    }

    private static FieldDefinition WithEnums(FieldDefinition field, DraftCapabilities capabilities) =>
        capabilities.Enums.TryGetValue(field.Name, out var values) && values.Length > 0 ? field.WithAllowed(values) : field;
}
