using System.Globalization;
using System.Text;

namespace JobDraftsPS.Core.Files;

/// <summary>Makes of a name that somebody else chose one that stays in its folder and means a plain file on every system.</summary>
internal static class SafeFileName
{
    private const int MaxBytes = 200;
    private const string Forbidden = "<>:\"|?*/\\";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
    };

    /// <summary>The safe form of a name; null when nothing of it is left.</summary>
    public static string? Of(string? name)
    {
        if (name is null)
        {
            return null;
        }

        // What comes before the last separator of any system is a way into other folders.
        var last = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        if (last.Length > 1 && last[1] == ':' && char.IsLetter(last[0]))
        {
            last = last.Substring(2);
        }

        var clean = Cut(new string(Repaired(last).ToArray()).Trim().TrimEnd('.', ' '));
        if (clean.Trim('.', ' ', '_').Length == 0)
        {
            return null;
        }

        // A leading dot makes a file that settings are read from and nobody sees.
        return IsDevice(clean) || clean[0] == '.' ? "_" + clean : clean;
    }

    private static IEnumerable<char> Repaired(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (char.IsSurrogate(letter))
            {
                if (i + 1 < name.Length && char.IsSurrogatePair(letter, name[i + 1]))
                {
                    yield return letter;
                    yield return name[++i];
                }

                continue;
            }

            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                // Signs that are not seen, some of which turn the reading direction so that an ending looks like another.
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    break;
                default:
                    yield return Forbidden.IndexOf(letter) >= 0 ? '_' : letter;
                    break;
            }
        }
    }

    /// <summary>Windows takes these for devices, whatever ending they have.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd();
        return Devices.Contains(stem)
            || (stem.Length == 4
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
                && "0123456789\u00b9\u00b2\u00b3".IndexOf(stem[3]) >= 0);
    }

    /// <summary>File systems count bytes; the ending stays.</summary>
    private static string Cut(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 16)
        {
            extension = string.Empty;
        }

        var stem = name.Substring(0, name.Length - extension.Length);
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        while (Encoding.UTF8.GetByteCount(stem) > room)
        {
            stem = stem.Substring(0, stem.Length - (char.IsLowSurrogate(stem[stem.Length - 1]) ? 2 : 1));
        }

        return stem + extension;
    }
}
