using System.Globalization;
using System.Text;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Finds the encoding of a sheet from its first bytes, or takes the one that was named. What does not decode is refused, never replaced.</summary>
internal static class SheetEncoding
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf8bom"] = "utf-8",
        ["utf8nobom"] = "utf-8",
        ["unicode"] = "utf-16",
        ["utf16"] = "utf-16",
        ["bigendianunicode"] = "utf-16BE",
        ["utf32"] = "utf-32",
        ["ansi"] = "windows-1252",
        ["latin1"] = "iso-8859-1",
    };

    /// <summary>The encoding, and how many bytes of the file its mark takes.</summary>
    /// <exception cref="InvalidDataException">The name is none, or the file says otherwise.</exception>
    public static (Encoding Encoding, int Skip) Find(byte[] head, int length, string? name)
    {
        var (marked, skip) = FromMark(head, length);
        if (name is null)
        {
            return (marked ?? FromZeros(head, length) ?? Strict("utf-8"), skip);
        }

        var named = Strict(name);
        return marked is null || marked.CodePage == named.CodePage
            ? (named, skip)
            : throw new InvalidDataException($"it begins with the mark of {marked.WebName}, and {named.WebName} was given");
    }

    private static (Encoding? Encoding, int Skip) FromMark(byte[] head, int length)
    {
        bool Begins(params byte[] mark) => length >= mark.Length && mark.SequenceEqual(head.Take(mark.Length));
        return Begins(0xEF, 0xBB, 0xBF) ? (Strict("utf-8"), 3)
            : Begins(0xFF, 0xFE, 0, 0) ? (Strict("utf-32"), 4)
            : Begins(0xFF, 0xFE) ? (Strict("utf-16"), 2)
            : Begins(0xFE, 0xFF) ? (Strict("utf-16BE"), 2)
            : (null, 0);
    }

    /// <summary>No text holds zero bytes, and every other byte of a Western UTF-16 text is one.</summary>
    private static Encoding? FromZeros(byte[] head, int length)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < length; i++)
        {
            if (head[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return (even, odd) switch
        {
            (0, 0) => null,
            _ when odd > 4 * even && odd > length / 8 => Strict("utf-16"),
            _ when even > 4 * odd && even > length / 8 => Strict("utf-16BE"),
            _ => throw new InvalidDataException("it holds zero bytes, so it is no text"),
        };
    }

    private static Encoding Strict(string name)
    {
        var known = Aliases.TryGetValue(name, out var alias) ? alias : name;
        try
        {
            var found = int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                ? Provider(page, known)
                : Provider(null, known);
            return found ?? throw new ArgumentException(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"'{name}' is no encoding that is known here; utf-8, utf-16, windows-1252 and the other names of the IANA list are", error);
        }
    }

    private static Encoding? Provider(int? page, string name)
    {
#if NET8_0_OR_GREATER
        // The code pages of old Windows files are no part of the default set here.
        var pages = CodePagesEncodingProvider.Instance;
        var extra = page is { } asked
            ? pages.GetEncoding(asked, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : pages.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        if (extra is not null)
        {
            return extra;
        }
#endif
        return page is { } number
            ? Encoding.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
