using System.Globalization;
using System.Text;

namespace JobDraftsPS.Core.Json;

/// <summary>Escapes in JSON text that stand for half a surrogate pair: no text can hold them.</summary>
internal static class HalfCharacters
{
    private const int EscapeLength = 6;
    private static readonly byte[] Replacement = Encoding.ASCII.GetBytes("fffd");

    /// <summary>The same JSON with the replacement character in the place of each.</summary>
    public static byte[] Replaced(byte[] json)
    {
        var mended = (byte[])json.Clone();
        for (var at = 0; at + 1 < mended.Length; at++)
        {
            if (mended[at] != '\\')
            {
                continue;
            }

            var unit = UnitAt(mended, at);
            if (unit is >= 0xd800 and < 0xdc00 && UnitAt(mended, at + EscapeLength) is >= 0xdc00 and < 0xe000)
            {
                at += (2 * EscapeLength) - 1;
            }
            else if (unit is >= 0xd800 and < 0xe000)
            {
                Replacement.CopyTo(mended, at + 2);
                at += EscapeLength - 1;
            }
            else
            {
                // What follows a backslash begins no escape itself.
                at++;
            }
        }

        return mended;
    }

    /// <summary>The UTF-16 unit of an escape; null where none begins.</summary>
    private static int? UnitAt(byte[] json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && int.TryParse(Encoding.ASCII.GetString(json, at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? unit
            : null;
}
