using System.Globalization;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>Tells the entry that a create made from all others: it holds every field that was sent, as the service writes it.</summary>
internal static class CreatedEntry
{
    /// <summary>A list that a create adds to.</summary>
    /// <param name="scope">Names the list.</param>
    /// <param name="list">Reads it.</param>
    /// <param name="sent">What the create sends.</param>
    /// <param name="fields">The fields of such an entry.</param>
    public static CreateLookup In(string scope, Func<CallContext, Task<EntryList>> list, IReadOnlyList<FieldChange> sent, FieldSet fields) =>
        new(scope, list, IdOf, entry => sent.All(change => Holds(entry, fields.Find(change.Field)!, change.Value)), StringComparer.OrdinalIgnoreCase);

    /// <summary>What an answer says otherwise than it was sent, in words. What it leaves out contradicts nothing.</summary>
    public static IEnumerable<string> Differences(JsonElement answer, IReadOnlyList<FieldChange> sent, FieldSet fields) =>
        from change in sent
        let field = fields.Find(change.Field)
        where field is not null && answer.TryGetProperty(field.Name, out var held) && !Holds(answer, field, change.Value)
        select Difference.Of(field.Name, answer.GetProperty(field.Name), change.Value);

    /// <summary>The id of an entry; null when it has none.</summary>
    public static string? IdOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private static bool Holds(JsonElement entry, FieldDefinition field, object? sent)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(field.Name, out var held) || held.ValueKind == JsonValueKind.Null)
        {
            return sent is null;
        }

        return (sent, held.ValueKind) switch
        {
            (bool flag, JsonValueKind.True or JsonValueKind.False) => flag == held.GetBoolean(),
            (string text, JsonValueKind.String) => Same(field, text, held.GetString()!),

            // A text that is JSON has been seen to come back as what it says.
            (string text, _) => JsonText.TryParse(Encoding.UTF8.GetBytes(text)) is { } said && Canonical(said) == Canonical(held),
            _ => false,
        };
    }

    private static bool Same(FieldDefinition field, string sent, string held) => field.Type switch
    {
        FieldType.Uuid => TextKingClient.SameId(sent, held),

        // A day goes out, and comes back with a time of midnight.
        FieldType.LocalDate or FieldType.LocalDateTime => Clock(sent) is { } wanted && wanted == Clock(held),
        _ => CreateLookup.IsSame(sent, held, field.Name.EndsWith("_language", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
    };

    private static string Canonical(JsonElement value) => PlainJson.WriteCanonical([new("value", PlainJson.Read(value))]);

    /// <summary>What stands on the clock, whatever zone is written beside it.</summary>
    private static DateTime? Clock(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var found) ? found.DateTime : null;
}
