namespace JobDraftsPS;

/// <summary>Texts that others wrote, made fit to be shown: a control character could move the terminal's cursor and hide what stands there.</summary>
internal static class OneLine
{
    /// <summary>The text with a blank in place of each control character.</summary>
    public static string Of(string text) => text.Any(char.IsControl) ? new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]) : text;

    /// <summary>The same where there may be none.</summary>
    public static string? OrNull(string? text) => text is null ? null : Of(text);
}
