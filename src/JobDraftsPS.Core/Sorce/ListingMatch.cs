using System.Text.Json;
using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Tells whether a listing of the list is the one that a create made.</summary>
internal static class ListingMatch
{
    private const string Publish = "publish";

    /// <summary>True when the entry holds everything that was sent; what the list leaves out speaks for nobody, but the title must be there.</summary>
    public static bool Holds(JsonElement entry, JsonElement sent)
    {
        foreach (var field in sent.EnumerateObject())
        {
            var isThere = entry.TryGetProperty(field.Name, out var held);
            var fits = field.Name == Publish
                ? field.Value.ValueKind != JsonValueKind.True || !entry.TryGetProperty("status", out var status) || status.ValueKind != JsonValueKind.String || !status.ValueEquals(SorceValues.Draft)
                : isThere ? Same(held, field.Value) : field.Name != "title";
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(JsonElement held, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.String => held.ValueKind == JsonValueKind.String && CreateLookup.IsSame(sent.GetString()!, held.GetString()!),
        JsonValueKind.Number => held.ValueKind == JsonValueKind.Number && SameNumber(held, sent),
        JsonValueKind.Array => held.ValueKind == JsonValueKind.Array && SameItems([.. held.EnumerateArray()], [.. sent.EnumerateArray()]),
        JsonValueKind.Object => held.ValueKind == JsonValueKind.Object && SameEntry(held, sent),
        _ => held.ValueKind == sent.ValueKind,
    };

    private static bool SameNumber(JsonElement held, JsonElement sent) =>
        held.TryGetDecimal(out var one) && sent.TryGetDecimal(out var other) ? one == other : held.GetRawText() == sent.GetRawText();

    /// <summary>The service puts entries into an order of its own.</summary>
    private static bool SameItems(List<JsonElement> held, JsonElement[] sent)
    {
        foreach (var item in sent)
        {
            var at = held.FindIndex(other => Same(other, item));
            if (at < 0)
            {
                return false;
            }

            held.RemoveAt(at);
        }

        return held.Count == 0;
    }

    /// <summary>A place is its id: the service answers with its own names. Of others the service may leave out what is null and add ids.</summary>
    private static bool SameEntry(JsonElement held, JsonElement sent) => sent.TryGetProperty("locationId", out var place)
        ? held.TryGetProperty("locationId", out var heldPlace) && Same(heldPlace, place)
        : sent.EnumerateObject().All(member => held.TryGetProperty(member.Name, out var value) ? Same(value, member.Value) : member.Value.ValueKind == JsonValueKind.Null);
}
