using System.Text;

namespace JobDraftsPS.Core.Http;

/// <summary>The bytes of an answer as UTF-8, whatever charset it came in: everything behind the wire, the masking of secrets included, reads UTF-8.</summary>
internal static class AnswerText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same text in UTF-8. What no charset explains is read with the replacement character.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="contentType">The header that may name a charset.</param>
    public static byte[] ToUtf8(byte[] bytes, string? contentType)
    {
        if (Wide(bytes) is { } wide)
        {
            return Encoding.UTF8.GetBytes(wide.GetString(bytes).TrimStart('\ufeff'));
        }

        // Many servers name a charset that they do not use: what is good UTF-8 is that.
        return IsUtf8(bytes) ? bytes : Encoding.UTF8.GetBytes((Named(contentType) ?? Encoding.UTF8).GetString(bytes));
    }

    /// <summary>The charset of two bytes a letter, by its mark or by the zero beside the first letter, which is ASCII in JSON and in markup.</summary>
    private static Encoding? Wide(byte[] bytes) => bytes.Length < 2 ? null : (bytes[0], bytes[1]) switch
    {
        (0xff, 0xfe) => Encoding.Unicode,
        (0xfe, 0xff) => Encoding.BigEndianUnicode,
        (not 0, 0) => Encoding.Unicode,
        (0, not 0) => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding? Named(string? contentType)
    {
        const string Parameter = "charset=";
        var at = contentType?.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var name = contentType!.Substring(at + Parameter.Length).Split(';')[0].Trim().Trim('"', '\'');
        try
        {
            // The platform does not carry windows-1252 everywhere; where it differs from latin-1 stand a few quotation marks.
            return name.Equals("windows-1252", StringComparison.OrdinalIgnoreCase) ? Encoding.GetEncoding("iso-8859-1") : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
