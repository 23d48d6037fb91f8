using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sheets;

/// <summary>
/// Reads an array of objects, or objects one after another (JSON Lines). Only the place where a row ends is found here; what the row
/// says is read by the library, strictly.
/// </summary>
internal static class JsonSheet
{
    public static IEnumerable<SheetRow> Read(BoundedReader reader)
    {
        var scan = new Scan(reader);
        var number = 0;
        while (scan.Next(number + 1) is { } text)
        {
            yield return Row(++number, text);
        }
    }

    private static SheetRow Row(int number, string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = SheetLimits.Depth });
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"row {number} is not valid JSON: {wrong.Message}", wrong);
        }

        using (document)
        {
            try
            {
                return Row(number, document.RootElement);
            }
            catch (InvalidOperationException wrong)
            {
                // The parser lets pass what cannot become a text: an escape that is half a character.
                throw new InvalidDataException($"row {number} is not valid JSON: {wrong.Message}", wrong);
            }
        }
    }

    private static SheetRow Row(int number, JsonElement row)
    {
        var cells = new List<KeyValuePair<string, object?>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        string? problem = null;
        foreach (var member in row.EnumerateObject())
        {
            if (!names.Add(FieldSet.Key(member.Name)))
            {
                problem = $"the row has '{member.Name}' twice";
            }

            if (member.Value.ValueKind == JsonValueKind.String)
            {
                SheetLimits.RequireCell(number, member.Name, member.Value.GetString()!.Length);
            }

            problem ??= Doubled(member.Value) is { } doubled ? $"'{member.Name}' has '{doubled}' twice" : null;
            cells.Add(new(member.Name, PlainJson.Read(member.Value)));
        }

        return new SheetRow(number, cells, problem);
    }

    /// <summary>A name that an object within a value has twice: the first of the two would be lost without a word.</summary>
    private static string? Doubled(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(Doubled).FirstOrDefault(name => name is not null);
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                return value.EnumerateObject().Select(member => names.Add(member.Name) ? Doubled(member.Value) : member.Name).FirstOrDefault(name => name is not null);
            default:
                return null;
        }
    }

    private sealed class Scan(BoundedReader reader)
    {
        private readonly char[] chunk = new char[4096];
        private int filled;
        private int position;
        private bool begun;
        private bool isArray;
        private bool isOver;

        /// <summary>The text of the next object; null at the end.</summary>
        public string? Next(int number)
        {
            var first = Separator(number);
            if (isOver || first < 0)
            {
                return null;
            }

            if (first != '{')
            {
                throw new InvalidDataException($"row {number} begins with '{(char)first}': each row is an object in braces");
            }

            return Object(number);
        }

        /// <summary>Goes to the first letter of the next row, over the brackets and commas of an array.</summary>
        private int Separator(int number)
        {
            var letter = Skip();
            if (!begun)
            {
                begun = true;
                if (letter == '[')
                {
                    isArray = true;
                    letter = Next();
                    letter = char.IsWhiteSpace((char)letter) ? Skip() : letter;
                    return letter == ']' ? End() : letter;
                }

                return letter;
            }

            if (!isArray)
            {
                return letter;
            }

            return letter switch
            {
                ']' => End(),
                ',' => Skip() is var next and not ']' ? next : throw new InvalidDataException($"the array ends with a comma after row {number - 1}"),
                < 0 => throw new InvalidDataException($"it ends in the middle, after row {number - 1}: the array is not closed"),
                _ => throw new InvalidDataException($"there is no comma between row {number - 1} and row {number}"),
            };
        }

        private int End()
        {
            isOver = true;
            return Skip() < 0 ? -1 : throw new InvalidDataException("there is more text after the end of the array");
        }

        private string Object(int number)
        {
            var text = new StringBuilder("{");
            var depth = 1;
            var quoted = false;
            while (depth > 0)
            {
                var letter = Next();
                if (letter < 0)
                {
                    throw new InvalidDataException($"it ends in the middle of row {number}");
                }

                text.Append((char)letter);
                switch ((char)letter)
                {
                    case '"': quoted = !quoted; break;
                    case '\\' when quoted && Next() is var escaped and >= 0: text.Append((char)escaped); break;
                    case '{' or '[' when !quoted: depth++; break;
                    case '}' or ']' when !quoted: depth--; break;
                }
            }

            return text.ToString();
        }

        private int Skip()
        {
            int letter;
            do
            {
                letter = Next();
            }
            while (letter >= 0 && char.IsWhiteSpace((char)letter));
            return letter;
        }

        private int Next()
        {
            if (position == filled)
            {
                filled = reader.Read(chunk, 0, chunk.Length);
                position = 0;
                if (filled == 0)
                {
                    return -1;
                }
            }

            return chunk[position++];
        }
    }
}
