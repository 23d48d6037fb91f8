using System.Globalization;

namespace JobDraftsPS.Binding;

/// <summary>The language that names are wanted in.</summary>
internal static class NameLanguage
{
    /// <summary>The two letters of a culture; null where none is meant.</summary>
    public static string? Of(CultureInfo? culture) => culture is null || culture.Name.Length == 0 ? null : culture.TwoLetterISOLanguageName;
}
