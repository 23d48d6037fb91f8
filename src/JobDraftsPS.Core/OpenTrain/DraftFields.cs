using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>The documented keys of a draft. The account's own list, asked at run time, decides which of them may be sent.</summary>
public static class DraftFields
{
    private static readonly string[] PaymentTypes = ["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"];
    private static readonly string[] ExperienceLevels = ["EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"];
    private static readonly string[] DataVolumeUnits = ["HOURS_OF_RECORDING_AUDIO_VIDEO", "NUMBER_OF_FILES", "NUMBER_OF_WORDS", "UNKNOWN_NOT_SPECIFIED"];

    /// <summary>The 26 documented keys with their documented types and values.</summary>
    public static FieldSet Known { get; } = new(
    [
        new("jobTitle", FieldType.Text),
        new("jobDescription", FieldType.Text),
        new("paymentType", FieldType.Choice, PaymentTypes),
        new("pricePerHour", FieldType.Number, minimum: 0),
        new("pricePerLabel", FieldType.Number, minimum: 0),
        new("fixedPrice", FieldType.Number, minimum: 0),
        new("experienceLevel", FieldType.Choice, ExperienceLevels),
        new("dataVolume", FieldType.Number),
        new("dataVolumeUnit", FieldType.Choice, DataVolumeUnits),
        new("languages", FieldType.TextList),
        new("countries", FieldType.TextList),
        new("labelTypes", FieldType.TextList),
        new("headcount", FieldType.Whole, minimum: OpenTrainAssumptions.Current.MinHeadcount),
        new("labelingOverview", FieldType.Text),
        new("datasetDescription", FieldType.Text),
        new("dataType", FieldType.Text),
        new("subjectMatter", FieldType.TextOrList),
        new("labelingSoftware", FieldType.TextOrList),
        new("aiInterviewRequirements", FieldType.Text),
        new("budgetRange", FieldType.Text),
        new("workloadDesc", FieldType.Text),
        new("timeRequirement", FieldType.Text),
        new("projectDuration", FieldType.Text),
        new("freelancerType", FieldType.Text),
        new("projectScope", FieldType.Text),
        new("visibility", FieldType.Text),
    ]);

    /// <summary>The same keys without their lists of values: the service decides.</summary>
    public static FieldSet Unchecked { get; } = new(Known.Fields.Select(field => field.Type == FieldType.Choice ? field.WithAllowed([]) : field));

    /// <summary>
    /// The fields that this account may send: what the service listed, with the service's own enum values. A key that only the
    /// service knows is taken as it is given.
    /// </summary>
    public static FieldSet AllowedBy(DraftCapabilities capabilities)
    {
        var keys = capabilities.UpdateKeys.Length > 0 ? capabilities.UpdateKeys : Known.Fields.Select(field => field.Name).ToArray();
        return new FieldSet(keys.GroupBy(FieldSet.Key, StringComparer.Ordinal).Select(same => same.First()).Select(key => WithEnums(Known.Find(key) ?? new FieldDefinition(key, FieldType.Any), capabilities)));
    }

    private static FieldDefinition WithEnums(FieldDefinition field, DraftCapabilities capabilities) =>
        capabilities.Enums.TryGetValue(field.Name, out var values) && values.Length > 0 ? field.WithAllowed(values) : field;
}
