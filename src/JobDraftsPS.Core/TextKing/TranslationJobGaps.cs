using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.TextKing;

/// <summary>
/// Works out what keeps a job from being ordered: the required fields, and for an active job a document. The service itself says
/// nothing of this before it refuses the start.
/// </summary>
internal static class TranslationJobGaps
{
    private const string NotOrderedYet = "new";

    /// <summary>The validation of a job; null once it has been ordered.</summary>
    public static JobValidation? Find(string? state, bool? isActive, bool hasDocument, IReadOnlyDictionary<string, string?> values)
    {
        if (state is not (null or NotOrderedYet))
        {
            return null;
        }

        var gaps = values.Where(pair => string.IsNullOrEmpty(pair.Value)).Select(pair => Gap(pair.Key)).ToList();
        if (TextKingAssumptions.StartNeedsDocuments && isActive != false && !hasDocument)
        {
            gaps.Add(new MissingField
            {
                Field = "document",
                Label = "Document",
                Message = "An active job needs a source document before its project can start.",
                Prompt = "Which document shall be translated?",
                Type = "document",
            });
        }

        return new JobValidation
        {
            PublishReady = gaps.Count == 0,
            MissingFieldCount = gaps.Count,
            MissingFields = gaps.ToArray(),
            Source = ValidationSource.Client,
        };
    }

    private static MissingField Gap(string name)
    {
        var field = TranslationJobFields.Known.Find(name);
        return new MissingField
        {
            Field = name,
            Label = name.Replace('_', ' '),
            Message = "The field cannot be empty.",
            Type = field?.Type == FieldType.Choice ? "enum" : "string",
            EnumValues = field?.Allowed.ToArray() ?? [],
            UpdateKeys = [name],
        };
    }
}
