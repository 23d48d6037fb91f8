namespace JobDraftsPS;

/// <summary>
/// Texts that others wrote, made fit to be shown: a control character could move the terminal's cursor and hide what stands there, and a
/// mark for the direction of writing could make one name look like another.
/// </summary>
internal static class OneLine
{
    /// <summary>The text with a blank in place of each character that a console obeys.</summary>
    public static string Of(string text)
    {
        // Nearly no text has one.
        foreach (var letter in text)
        {
            if (IsObeyed(letter))
            {
                return new string([.. text.Select(each => IsObeyed(each) ? ' ' : each)]);
            }
        }

        return text;
    }

    /// <summary>True for a character that a console obeys: C0, C1 and DEL, the line and paragraph separators, and the marks for the direction of writing.</summary>
    public static bool IsObeyed(char letter) => char.IsControl(letter)
        || letter is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The same where there may be none.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);
}
