using System.Globalization;
using System.Text;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Texts as a workbook's XML holds them: what XML cannot hold is written as <c>_xHHHH_</c>, as spreadsheet programs write it.</summary>
internal static class WorkbookText
{
    /// <summary>The most characters that a spreadsheet program takes in one cell.</summary>
    public const int Longest = 32767;

    /// <summary>The text as it is written.</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped?.Append(letter).Append(text[i + 1]);
                i++;
            }
            else if (IsIllegal(letter) || IsEscape(text, i))
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append("_x").Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            }
            else
            {
                escaped?.Append(letter);
            }
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>A carriage return is legal XML that every reader turns into a line feed.</summary>
    private static bool IsIllegal(char letter) => (letter < ' ' && letter is not ('\t' or '\n')) || char.IsSurrogate(letter) || letter >= '\uFFFE';

    /// <summary>A text that looks like an escape itself would come back as the letter that it means.</summary>
    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && IsHex(text[at + 2]) && IsHex(text[at + 3]) && IsHex(text[at + 4]) && IsHex(text[at + 5]);

    private static bool IsHex(char letter) => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
