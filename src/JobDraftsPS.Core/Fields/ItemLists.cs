using System.Collections;
using System.Text;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Fields;

/// <summary>Reads a list of objects: objects, hashtables, or JSON, which is the only form that fits into one cell.</summary>
internal static class ItemLists
{
    /// <exception cref="FieldValueException">The value is no such list, or an entry does not fit.</exception>
    public static object[] Read(FieldDefinition field, object value)
    {
        var items = Items(value).Where(item => item is not null).Select(item => item!).ToArray();
        return field.ReadItems is null ? items : field.ReadItems(items);
    }

    /// <summary>The members of an object that was given; null when it is none.</summary>
    public static IEnumerable<KeyValuePair<string, object?>>? Members(object value) => value switch
    {
        IEnumerable<KeyValuePair<string, object?>> members => members,
        IDictionary dictionary => dictionary.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>(entry.Key.ToString()!, entry.Value)),
        _ => null,
    };

    private static IEnumerable<object?> Items(object value) => value switch
    {
        string text => Parse(text),
        _ when Members(value) is not null => [value],
        IEnumerable items => items.Cast<object?>().SelectMany(item => item is string text && IsJson(text) ? Parse(text) : [item]),
        _ => [value],
    };

    private static bool IsJson(string text) => text.TrimStart() is { Length: > 0 } rest && rest[0] is '[' or '{';

    private static object?[] Parse(string text)
    {
        if (!IsJson(FieldValues.Text(text)))
        {
            throw new FieldValueException($"'{text}' is no list of objects; in one cell it is written as JSON, such as [{{...}}, {{...}}]");
        }

        return JsonText.TryParse(Encoding.UTF8.GetBytes(text.Trim())) is not { } json ? throw new FieldValueException($"'{text}' begins like JSON and is none that can be read")
            : PlainJson.Read(json) is object?[] list ? list
            : [PlainJson.Read(json)];
    }
}
