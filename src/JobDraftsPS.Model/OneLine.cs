namespace JobDraftsPS;

/// <summary>Texts that others wrote, made fit to be shown: a control character could move the terminal's cursor and hide what stands there.</summary>
internal static class OneLine
{
    /// <summary>The text with a blank in place of each control character.</summary>
    public static string Of(string text)
    {
        // Nearly no text has one.
        foreach (var letter in text)
        {
            if (char.IsControl(letter))
            {
                return new string([.. text.Select(each => char.IsControl(each) ? ' ' : each)]);
            }
        }

        return text;
    }

    /// <summary>The same where there may be none.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);
}
