using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>Reads OpenTrain's success answers into records. Null when an answer is not what it should be.</summary>
internal static class OpenTrainReader
{
    /// <param name="element">The answer.</param>
    /// <param name="title">The title that was sent along, because the answer to an edit does not carry it.</param>
    public static JobDraft? Draft(JsonElement element, string? title = null)
    {
        var reader = new RecordReader(element);
        if (reader.Text("jobId") is not { Length: > 0 } jobId || reader.Flag("ok") == false)
        {
            return null;
        }

        var normalized = reader.Object("normalizedFields") is { } fields ? PlainJson.ReadObject(fields) : new Dictionary<string, object?>(0);
        reader.Skip("validation");
        reader.Skip("missingFields");
        return new JobDraft
        {
            JobId = jobId,
            Title = title ?? (normalized.TryGetValue("jobTitle", out var read) ? read as string : null),
            Status = reader.Text("status"),
            DraftUrl = reader.Text("draftUrl"),
            ReviewUrl = reader.Text("reviewUrl"),
            Validation = OpenTrainValidation.Read(element),
            NormalizedFields = normalized,
            Warnings = reader.Texts("warnings"),
            UnmappedFields = reader.Values("unmappedFields"),
            LowConfidenceFields = reader.Each("lowConfidenceFields", NameOf),
            AdditionalData = reader.Rest(),
        };
    }

    public static PublishedJob? Published(JsonElement element, string? title = null)
    {
        var reader = new RecordReader(element);
        if (reader.Text("jobId") is not { Length: > 0 } jobId || reader.Flag("ok") == false)
        {
            return null;
        }

        return new PublishedJob
        {
            JobId = jobId,
            Title = title,
            Status = reader.Text("status"),
            JobUrl = reader.Text("jobUrl"),
            AlreadyPublished = reader.Flag("alreadyPublished") ?? false,
            PublishAttemptId = reader.Text("publishAttemptId"),
            Warnings = reader.Texts("warnings"),
            AdditionalData = reader.Rest(),
        };
    }

    /// <summary>Whose token it is, and what it may do.</summary>
    public static ConnectionTest? Account(JsonElement element, Uri baseUri)
    {
        var answer = new RecordReader(element);
        if (answer.Object("token") is not { } found)
        {
            return null;
        }

        var actor = new RecordReader(answer.Object("actor") ?? default);
        var token = new RecordReader(found);
        return new ConnectionTest
        {
            Service = JobService.OpenTrain,
            BaseUri = baseUri,
            Succeeded = true,
            Account = actor.Text("email") ?? actor.Text("fullName") ?? actor.Text("userId"),
            TokenLabel = token.Text("label"),
            Scopes = token.Texts("scopes"),
        };
    }

    public static DraftCapabilities? Capabilities(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Object("draft") is not { } found)
        {
            return null;
        }

        var draft = new RecordReader(found);
        return new DraftCapabilities
        {
            UpdateKeys = draft.Each("updateKeys", NameOf),
            ImportFormats = draft.Texts("importFormats"),
            Enums = Members(draft.Object("enums"), value => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToArray()
                : []),
            Capabilities = Members(reader.Object("capabilities"), value => value.ValueKind == JsonValueKind.True),
            Enabled = reader.Flag("enabled") ?? true,
            FeatureKey = reader.Text("featureKey"),
            Namespace = reader.Text("namespace"),
            RolloutMode = reader.Text("rolloutMode"),
            AuthBootstrap = reader.Text("authBootstrap"),
            ActorIsAdmin = reader.Flag("actorIsAdmin") ?? false,
            AdditionalData = With(reader.Rest(), "draft", draft.Rest()),
        };
    }

    /// <summary>The rest of an answer with the rest of one of its members.</summary>
    private static IReadOnlyDictionary<string, object?> With(IReadOnlyDictionary<string, object?> rest, string name, IReadOnlyDictionary<string, object?> inner) =>
        inner.Count == 0 ? rest : rest.Append(new(name, inner)).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    private static Dictionary<string, T> Members<T>(JsonElement? holder, Func<JsonElement, T> read)
    {
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        if (holder is { } found)
        {
            foreach (var member in found.EnumerateObject())
            {
                members[member.Name] = read(member.Value);
            }
        }

        return members;
    }

    /// <summary>The form of a low-confidence entry is not documented: a name, or an object that has one.</summary>
    private static string NameOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString()!;
        }

        var entry = new RecordReader(element);
        return OpenTrainAssumptions.LowConfidenceNames.Select(entry.Text).FirstOrDefault(name => name is not null) ?? element.GetRawText();
    }
}
