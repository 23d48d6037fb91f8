using System.Globalization;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>A page of a collection: 1-based, 1 to 100 items, 100 unless said otherwise.</summary>
internal readonly record struct Page(int Number, int Size)
{
    private const int LargestSize = 100;

    /// <summary>Reads <c>page</c> and <c>per_page</c>.</summary>
    /// <exception cref="TextKingRefusal">400: not a number, or out of range.</exception>
    public static Page Read(SandboxRequest request) => new(
        Read(request, "page", 1, int.MaxValue),
        Read(request, "per_page", LargestSize, LargestSize));

    /// <summary>The collection's body; a page past the end has no items, and there are no next and prev links.</summary>
    /// <param name="items">All items.</param>
    /// <param name="render">Makes the JSON of one item.</param>
    /// <param name="uri">The collection's address.</param>
    /// <param name="filter">What the self link repeats of the query besides the page, beginning with an ampersand, or nothing.</param>
    public JsonObject Of<T>(IReadOnlyList<T> items, Func<T, JsonObject> render, string uri, string filter = "")
    {
        var first = (Number - 1L) * Size;
        var shown = new JsonArray();
        for (var i = first; i < items.Count && i < first + Size; i++)
        {
            shown.Add((JsonNode)render(items[(int)i]));
        }

        return new JsonObject
        {
            ["page"] = Number,
            ["per_page"] = Size,
            ["total"] = items.Count,
            ["items"] = shown,
            ["links"] = Resources.Links(("self", $"{uri}?page={Number}&per_page={Size}{filter}")),
        };
    }

    private static int Read(SandboxRequest request, string name, int fallback, int largest)
    {
        if (request.QueryValue(name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? number
            : throw TextKingRefusal.BadRequest($"'{name}' is '{text}'; a whole number from 1 to {largest} is allowed.");
    }
}
