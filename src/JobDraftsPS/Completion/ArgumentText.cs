using System.Management.Automation.Language;
using System.Text;

namespace JobDraftsPS.Completion;

/// <summary>
/// A value as it stands on a command line. The engine hands over what was typed with its quotes, and takes the text that is to stand
/// there as it is, so both ways are needed. PowerShell takes typographic quotes for quotes as well.
/// </summary>
internal static class ArgumentText
{
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";
    private const string DoubleQuotes = "\"\u201c\u201d\u201e";

    /// <summary>What was typed, without its quotes.</summary>
    /// <param name="typed">The word, perhaps with an opening quote, perhaps with both.</param>
    /// <param name="quote">The kind of quote that it began with; null for none.</param>
    public static string Read(string? typed, out char? quote)
    {
        quote = null;
        if (string.IsNullOrEmpty(typed))
        {
            return string.Empty;
        }

        quote = IsIn(SingleQuotes, typed![0]) ? '\'' : IsIn(DoubleQuotes, typed[0]) ? '"' : null;
        if (quote is null)
        {
            return typed;
        }

        var same = quote == '\'' ? SingleQuotes : DoubleQuotes;
        var ends = typed.Length > 1 && IsIn(same, typed[typed.Length - 1]);
        var inner = typed.Substring(1, typed.Length - (ends ? 2 : 1));
        return quote == '\'' ? Undouble(inner) : Unescape(inner);
    }

    /// <summary>The value in the quotes that were begun, or in none where it needs none.</summary>
    public static string Write(string value, char? quote) => quote switch
    {
        '"' => "\"" + Escape(value) + "\"",
        null when IsBareWord(value) => value,
        _ => "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'",
    };

    private static bool IsBareWord(string value) =>
        value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] == '_') && value.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.');

    private static string Undouble(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            plain.Append(text[index]);
            if (IsIn(SingleQuotes, text[index]) && index + 1 < text.Length && IsIn(SingleQuotes, text[index + 1]))
            {
                index++;
            }
        }

        return plain.ToString();
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '`' && index + 1 < text.Length)
            {
                index++;
            }

            plain.Append(text[index]);
        }

        return plain.ToString();
    }

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            if (letter is '`' or '$' || IsIn(DoubleQuotes, letter))
            {
                escaped.Append('`');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static bool IsIn(string letters, char letter) => letters.IndexOf(letter) >= 0;
}
