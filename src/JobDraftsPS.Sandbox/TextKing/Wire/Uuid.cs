namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>The one form of an id: 8-4-4-4-12 hexadecimal digits in either case.</summary>
internal static class Uuid
{
    /// <summary>Reads an id; unlike the framework's own parser it takes no braces, blanks, signs or prefixes.</summary>
    public static bool TryParse(string text, out Guid id)
    {
        id = default;
        return text.Length == 36 && HasForm(text) && Guid.TryParseExact(text, "D", out id);
    }

    private static bool HasForm(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var fits = i is 8 or 13 or 18 or 23 ? text[i] == '-' : IsHex(text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
