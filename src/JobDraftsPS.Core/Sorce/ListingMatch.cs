using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Json;

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

    /// <summary>What an answer says otherwise than it was sent, in words. What it leaves out contradicts nothing.</summary>
    public static IEnumerable<string> Differences(JsonElement answer, JsonElement sent)
    {
        foreach (var field in sent.EnumerateObject())
        {
            if (field.Name == Publish)
            {
                if (field.Value.ValueKind == JsonValueKind.True && answer.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String && status.ValueEquals(SorceValues.Draft))
                {
                    yield return "it is still a draft";
                }
            }
            else if (answer.TryGetProperty(field.Name, out var held) && !Same(held, field.Value) && !(IsNothing(held) && IsNothing(field.Value)))
            {
                yield return Difference.Of(field.Name, held, field.Value);
            }
        }
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(string.Empty),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static bool Same(JsonElement held, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.String => held.ValueKind == JsonValueKind.String && CreateLookup.IsSame(sent.GetString()!, held.GetString()!),
        JsonValueKind.Number => SameNumber(held, sent),
        JsonValueKind.Array => held.ValueKind == JsonValueKind.Array && SameItems([.. held.EnumerateArray()], [.. sent.EnumerateArray()]),
        JsonValueKind.Object => held.ValueKind == JsonValueKind.Object && SameEntry(held, sent),
        _ => held.ValueKind == sent.ValueKind,
    };

    private static bool SameNumber(JsonElement held, JsonElement sent) =>
        RecordReader.NumberIn(held) is { } one && RecordReader.NumberIn(sent) is { } other ? one == other : held.GetRawText() == sent.GetRawText();

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

    /// <summary>A place is its id: the service answers with its own names. Of others the service may leave members out and add ids.</summary>
    private static bool SameEntry(JsonElement held, JsonElement sent) => sent.TryGetProperty("locationId", out var place)
        ? held.TryGetProperty("locationId", out var heldPlace) && Same(heldPlace, place)
        : sent.EnumerateObject().All(member => !held.TryGetProperty(member.Name, out var value) || Same(value, member.Value) || (IsNothing(value) && IsNothing(member.Value)));
}
