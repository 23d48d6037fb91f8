namespace JobDraftsPS.Contrary.Settings;

/// <summary>How the text of a JSON answer becomes bytes.</summary>
internal enum Charset
{
    Utf8,
    Utf8Unnamed,
    Utf8WithMark,
    Latin1,
    Utf16,

    /// <summary>UTF-8 with half of a surrogate pair, escaped, in an additional member.</summary>
    LoneSurrogate,
}
