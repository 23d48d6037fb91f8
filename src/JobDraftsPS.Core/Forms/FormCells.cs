namespace JobDraftsPS.Core.Forms;

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula: such a cell gets an apostrophe before it on the way out, and loses it on the
/// way in. What had an apostrophe there of its own gets a second one, so that every text comes back as it was.
/// </summary>
internal static class FormCells
{
    private const char Mark = '\'';

    /// <summary>What a spreadsheet takes for the beginning of a formula, also in the wide letters of East Asian ones.</summary>
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>The cell as it is written.</summary>
    public static string Neutral(string text) => text.Length > 0 && (IsStart(text[0]) || IsMarked(text)) ? Mark + text : text;

    /// <summary>The cell as it was meant.</summary>
    public static string Restore(string text) => IsMarked(text) ? text.Substring(1) : text;

    private static bool IsMarked(string text) => text.Length > 1 && text[0] == Mark && (IsStart(text[1]) || text[1] == Mark);

    private static bool IsStart(char letter) => Starts.IndexOf(letter) >= 0;
}
