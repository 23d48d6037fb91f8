using System.Text;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Core.Http;

/// <summary>Reads a file's name out of the raw header: one with blanks and without quotes is none to the platform's own reader.</summary>
internal static class ContentDisposition
{
    private static readonly Regex Extended = new(@"(?:^|;)\s*filename\*\s*=\s*""?(?<charset>[^'"";]*)'[^']*'(?<text>[^"";]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Quoted = new(@"(?:^|;)\s*filename\s*=\s*""(?<text>(?:[^""\\]|\\.)*)""\s*(?:;|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // A bare name ends where the next parameter begins, not at its first semicolon.
    private static readonly Regex Bare = new(@"(?:^|;)\s*filename\s*=\s*(?<text>.*?)\s*(?:;\s*[a-z*-]+\s*=.*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    /// <summary>The name as the server gave it, which may be anything; null when there is none.</summary>
    public static string? FileName(string? header)
    {
        if (header is null || header.Length > 4096)
        {
            return null;
        }

        if (Extended.Match(header) is { Success: true } extended && Decode(extended.Groups["charset"].Value, extended.Groups["text"].Value) is { Length: > 0 } decoded)
        {
            return decoded;
        }

        var text = Quoted.Match(header) is { Success: true } quoted
            ? Regex.Replace(quoted.Groups["text"].Value, @"\\(.)", "$1")
            : Bare.Match(header).Groups["text"].Value.Trim('"');
        return text.Length == 0 ? null : Widen(text);
    }

    private static string? Decode(string charset, string text)
    {
        if (!charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Header bytes come in as Latin-1; most servers meant UTF-8.</summary>
    private static string Widen(string text)
    {
        if (text.All(letter => letter < 0x80) || text.Any(letter => letter > 0xff))
        {
            return text;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.Select(letter => (byte)letter).ToArray());
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
