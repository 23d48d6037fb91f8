using System.Globalization;
using System.Text.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>Puts into words that a service holds something else than was sent.</summary>
internal static class Difference
{
    private const int Shown = 60;

    public static string Of(string name, JsonElement held, JsonElement sent) => Of(name, Text(held), Text(sent));

    public static string Of(string name, JsonElement held, object? sent) => Of(name, Text(held), sent is string text ? $"'{text}'" : Convert.ToString(sent ?? "null", CultureInfo.InvariantCulture)!);

    private static string Of(string name, string held, string sent) => $"{name} is {Short(held)} and not {Short(sent)}";

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? $"'{value.GetString()}'" : value.GetRawText();

    private static string Short(string text) => text.Length > Shown ? text.Substring(0, Shown) + "..." : text;
}
