using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>What a draft is made from, in one of the documented forms.</summary>
public sealed class DraftImport
{
    /// <summary>Longest text that a draft is made from, in characters; documented.</summary>
    private const int MaxDescriptionLength = 60_000;

    private DraftImport(string? format, string contentKey, object content, string? externalId, string? idempotencyKey)
    {
        Format = format;
        ContentKey = contentKey;
        Content = content;
        ExternalId = externalId;
        IdempotencyKey = idempotencyKey ?? KeyFromContent();
    }

    /// <summary>The format's word; null for plain text, which goes out in the shorthand form.</summary>
    public string? Format { get; }

    /// <summary>The caller's own reference; null for none.</summary>
    public string? ExternalId { get; }

    /// <summary>The key that makes a second create give back the first draft.</summary>
    public string IdempotencyKey { get; }

    private string ContentKey { get; }

    private object Content { get; }

    /// <summary>A draft from plain text.</summary>
    public static DraftImport FromText(string text, string? externalId = null, string? idempotencyKey = null) =>
        new(null, "rawJobDescription", text, externalId, idempotencyKey);

    /// <summary>A draft from OpenTrain's own job object.</summary>
    public static DraftImport FromJob(IReadOnlyDictionary<string, object?> job, string? externalId = null, string? idempotencyKey = null) =>
        new("opentrain_canonical", "job", job, externalId, idempotencyKey);

    /// <summary>A draft from a schema.org JobPosting.</summary>
    public static DraftImport FromJsonLd(IReadOnlyDictionary<string, object?> jsonLd, string? externalId = null, string? idempotencyKey = null) =>
        new("schema_org_job_posting", "jsonLd", jsonLd, externalId, idempotencyKey);

    /// <summary>A draft from an XML feed.</summary>
    /// <param name="xml">The XML text.</param>
    /// <param name="format"><c>indeed_xml</c> or <c>hr_xml</c>.</param>
    /// <param name="externalId">The caller's own reference.</param>
    /// <param name="idempotencyKey">The key to use instead of the one made from the content.</param>
    public static DraftImport FromXml(string xml, string format, string? externalId = null, string? idempotencyKey = null) =>
        new(format, "xml", xml, externalId, idempotencyKey);

    /// <summary>The members of a JSON object that was given as text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="JobDraftsApiException">It is no JSON, or no object; nothing was sent.</exception>
    public static IReadOnlyDictionary<string, object?> ReadObject(string json, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? PlainJson.ReadObject(document.RootElement)
                : throw LocalErrors.BadValue(JobService.OpenTrain, $"The {what} is JSON, but no object.", "Give one object, { ... }.");
        }
        catch (JsonException malformed)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"The {what} is no JSON: {malformed.Message}", "Correct the JSON at the place named and run it again.");
        }
    }

    /// <summary>What is created, for a question to the user.</summary>
    public string Describe()
    {
        var text = Content as string ?? PlainJson.Write((IReadOnlyDictionary<string, object?>)Content);
        return $"{ContentKey} = {text}";
    }

    /// <summary>Checks the limits, so that a text of any size gets a clear answer at once.</summary>
    /// <exception cref="JobDraftsApiException">The text is empty or too long, or a key is too long.</exception>
    internal void RequireSendable()
    {
        if (Content is string text && string.IsNullOrWhiteSpace(text))
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, "There is no description, so there is nothing to make a draft from.", "Fill the description and run the row again.");
        }

        if (Format is null && Content is string description && description.Length > MaxDescriptionLength)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"The description has {description.Length} characters, and OpenTrain takes at most {MaxDescriptionLength}.", "Shorten the text and run the row again.");
        }

        foreach (var (name, value) in new[] { ("externalId", ExternalId), ("idempotencyKey", IdempotencyKey) })
        {
            if (value?.Length > OpenTrainAssumptions.MaxKeyLength)
            {
                throw LocalErrors.BadValue(JobService.OpenTrain, $"The {name} has {value.Length} characters, and at most {OpenTrainAssumptions.MaxKeyLength} are safe.", $"Give an {name} of at most {OpenTrainAssumptions.MaxKeyLength} characters.");
            }
        }

        if (ContentKey == "xml")
        {
            RequireWellFormed((string)Content);
        }
        else if (ContentKey == "jsonLd")
        {
            RequirePosting((IReadOnlyDictionary<string, object?>)Content);
        }
    }

    /// <summary>Said here, with the place, rather than by the service after a round trip.</summary>
    private static void RequireWellFormed(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
            }
        }
        catch (XmlException malformed)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"The XML is not well-formed: {malformed.Message}", "Correct the XML at the place named and run it again.");
        }
    }

    private static void RequirePosting(IReadOnlyDictionary<string, object?> jsonLd)
    {
        const string Wanted = "JobPosting";
        if (!jsonLd.TryGetValue("@type", out var type) || type is null)
        {
            return;
        }

        var names = type is IEnumerable<object?> several ? several.Select(name => name?.ToString()).ToArray() : [type.ToString()];
        if (!names.Any(name => name is not null && (name == Wanted || name.EndsWith("/" + Wanted, StringComparison.Ordinal))))
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"The JSON-LD is a {string.Join(" and ", names)}, and only a JobPosting makes a draft.", "Give the object whose @type is JobPosting, for instance one entry of the page's @graph.");
        }
    }

    internal string ToJson() => PlainJson.Write(Members());

    private IEnumerable<KeyValuePair<string, object?>> Members()
    {
        foreach (var member in ContentMembers())
        {
            yield return member;
        }

        yield return new("idempotencyKey", IdempotencyKey);
    }

    private IEnumerable<KeyValuePair<string, object?>> ContentMembers()
    {
        if (Format is not null)
        {
            yield return new("format", Format);
        }

        yield return new(ContentKey, Content);
        if (ExternalId is not null)
        {
            yield return new("externalId", ExternalId);
        }
    }

    /// <summary>The same content gives the same key, on any machine and on any day: a rerun finds the draft instead of making a twin.</summary>
    private string KeyFromContent()
    {
        using var hash = SHA256.Create();
        var digest = hash.ComputeHash(Encoding.UTF8.GetBytes(PlainJson.WriteCanonical(ContentMembers())));
        return "jdps-" + string.Concat(digest.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
