using System.Text.Json;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;

namespace JobDraftsPS.Sandbox.OpenTrain.Import;

/// <summary>The body of a create, in any of its six forms.</summary>
internal sealed class ImportRequest
{
    /// <summary>The forms that the capabilities list.</summary>
    public static readonly IReadOnlyList<string> Formats =
        ["text", "opentrain_canonical", "schema_org_job_posting", "indeed_xml", "hr_xml"];

    /// <summary>The longest text that is taken, in characters.</summary>
    public const int LongestText = 60_000;

    private static readonly string[] Members = ["rawJobDescription", "source", "format", "text", "job", "jsonLd", "xml", "externalId", "idempotencyKey"];

    private ImportRequest(ImportedDraft draft, string? externalId, string? idempotencyKey)
    {
        Draft = draft;
        ExternalId = externalId;
        IdempotencyKey = idempotencyKey;
    }

    public ImportedDraft Draft { get; }

    public string? ExternalId { get; }

    public string? IdempotencyKey { get; }

    /// <exception cref="OpenTrainRefusal">400: no form, an unknown one, or content that is not what the form says.</exception>
    public static ImportRequest Read(byte[] body, OpenTrainAssumptions assumptions)
    {
        using var document = JsonBody.Parse(body);
        var issues = new ZodIssues();
        var content = new Content(document.RootElement, issues, assumptions);
        var externalId = content.Text("externalId", assumptions.LongestKey);
        var idempotencyKey = content.Text("idempotencyKey", assumptions.LongestKey);
        var format = content.Format();
        issues.ThrowIfAny();
        var draft = format switch
        {
            "text" => TextImport.Read(content.RequiredText("text", "rawJobDescription")),
            "opentrain_canonical" => CanonicalImport.Read(content.Required("job", JsonValueKind.Object)),
            "schema_org_job_posting" => JobPostingImport.Read(content.Required("jsonLd", JsonValueKind.Object)),
            "indeed_xml" => XmlImport.ReadIndeed(content.RequiredText("xml")),
            _ => XmlImport.ReadHrXml(content.RequiredText("xml")),
        };
        return new ImportRequest(draft, externalId, idempotencyKey);
    }

    /// <summary>The body's members, of which those inside <c>source</c> win over those beside it.</summary>
    private sealed class Content
    {
        private readonly JsonElement root;
        private readonly JsonElement? source;
        private readonly ZodIssues issues;
        private readonly bool sourceWins;

        public Content(JsonElement root, ZodIssues issues, OpenTrainAssumptions assumptions)
        {
            this.root = root;
            this.issues = issues;
            sourceWins = assumptions.SourceWins;
            if (assumptions.CreateRejectsUnknownKeys && root.EnumerateObject().Select(member => member.Name).Except(Members).ToArray() is { Length: > 0 } unknown)
            {
                issues.Unrecognized(unknown);
            }

            if (!root.TryGetProperty("source", out var given))
            {
                return;
            }

            if (given.ValueKind == JsonValueKind.Object)
            {
                source = given;
            }
            else
            {
                issues.WrongType("source", "object", given);
            }
        }

        public string? Format()
        {
            var format = source is not null && source.Value.TryGetProperty("type", out _) ? Text("type") : Text("format");
            if (format is not null && !Formats.Contains(format))
            {
                issues.NotOneOf(source is null ? "format" : "source", Formats, format);
            }

            if (format is null && Find("text") is null && Find("rawJobDescription") is null)
            {
                issues.Custom(null, "Neither rawJobDescription nor source nor format says what to import");
            }

            return format ?? "text";
        }

        public string? Text(string key, int longest = int.MaxValue)
        {
            if (Find(key) is not { } value || value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (value.ValueKind != JsonValueKind.String)
            {
                issues.WrongType(key, "string", value);
                return null;
            }

            var text = value.GetString()!;
            if (text.Length > longest)
            {
                issues.TooLong(key, longest);
            }

            return text;
        }

        public string RequiredText(params string[] keys)
        {
            var key = keys.FirstOrDefault(name => Find(name) is not null) ?? keys[0];
            var text = Text(key, LongestText);
            if (string.IsNullOrWhiteSpace(text))
            {
                issues.Custom(key, "Text is needed");
            }

            issues.ThrowIfAny();
            return text!;
        }

        public JsonElement Required(string key, JsonValueKind kind)
        {
            var value = Find(key) ?? default;
            if (value.ValueKind != kind)
            {
                issues.WrongType(key, "object", value);
                issues.ThrowIfAny();
            }

            return value;
        }

        private JsonElement? Find(string key)
        {
            JsonElement? inside = source is { } inner && inner.TryGetProperty(key, out var found) ? found : null;
            JsonElement? beside = root.TryGetProperty(key, out found) ? found : null;
            return sourceWins ? inside ?? beside : beside ?? inside;
        }
    }
}
