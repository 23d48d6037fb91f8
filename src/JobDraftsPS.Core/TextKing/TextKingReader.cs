using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Reads TEXTKING's success answers into records. Null when an answer is not what it should be.</summary>
internal static class TextKingReader
{
    public static TranslationJob? Job(JsonElement element, string projectId)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        var links = Links(reader);
        var required = new Dictionary<string, string?>
        {
            ["name"] = reader.Text("name"),
            ["source_language"] = reader.Text("source_language"),
            ["target_language"] = reader.Text("target_language"),
            ["quality"] = reader.Text("quality"),
        };
        var state = reader.Text("state");
        var isActive = reader.Flag("is_active");
        var words = reader.Whole("words");
        var hasDocument = links.Contains("urn:textking:document") || words is not null;
        return new TranslationJob
        {
            ProjectId = projectId,
            JobId = jobId,
            Title = required["name"],
            Name = required["name"],
            Status = state,
            State = state,
            Number = reader.Text("number"),
            SourceLanguage = required["source_language"],
            TargetLanguage = required["target_language"],
            Quality = required["quality"],
            Topic = reader.Text("topic"),
            Briefing = reader.Text("briefing"),
            IsActive = isActive,
            Words = words,
            NetPrice = reader.Number("net_price"),
            Currency = reader.Text("currency"),
            HasDocument = hasDocument,
            HasTranslation = links.Contains("urn:textking:translation"),
            Validation = TranslationJobGaps.Find(state, isActive, hasDocument, required),
            AdditionalData = reader.Rest(),
        };
    }

    public static TranslationProject? Project(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } projectId)
        {
            return null;
        }

        reader.Skip("links");
        return new TranslationProject
        {
            ProjectId = projectId,
            Number = reader.Text("number"),
            Name = reader.Text("name"),
            State = reader.Text("state"),
            DueDate = reader.LocalDate("due_date"),
            Currency = reader.Text("currency"),
            NetPrice = reader.Number("net_price"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>The rels of the links. Their addresses are not used: some samples name another host.</summary>
    private static HashSet<string> Links(RecordReader reader) =>
        new(reader.Items("links").Select(link => new RecordReader(link).Text("rel") ?? string.Empty), StringComparer.Ordinal);
}
