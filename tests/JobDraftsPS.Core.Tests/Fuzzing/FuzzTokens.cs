using System.Text;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>What has a meaning in one of the formats, or is at an edge of what can be held.</summary>
internal static class FuzzTokens
{
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. new[]
        {
            "\"", "\"\"", "'", ",", ";", "\t", "|", ":", "{", "}", "[", "]", "\n", "\r\n", " ", "\\", "\0",
            "null", "true", "-1", "0", "1e999", "-1e-999", "99999999999999999999999999", "79228162514264337593543950336", "9223372036854775808", "1.50", "NaN",
            "\\ud800", "\\udc00", "\\u0000", "\"\\ud83d\"", "\"\\x\"", "\"a\":\"\\uD800\",", "\"\\ud800\":1,",
            "\"2026-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "2147483648",
            "sep=", "sep=\"", "sep=\n", "sep=\\", "=cmd|", "@SUM(", "System.String[]",
            "---\n", "...\n", "- ", "? ", "&a ", "*a", "!!binary ", "!!str ", "!<tag:x> ", "%YAML 9.9\n", "%TAG ! x\n", "|-\n", ">+9\n", "# ", "<<: ", "\"\\U00110000\"", "\"\\xZZ\"", "@", "`", "\u0085", "\u2028", "\uFEFF",
            "\"type\":", "\"id\":", "\"jobId\":", "\"row\":", "\"after\":", "\"answer\":", "\"changes\":", "\"items\":", "{\"a\":1}", "[1,\"x\",null]", "{}", "[]",
            "1e400", "1e-400", "\u00e4", "\U0001F600",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0, 0], [0xef, 0xbb, 0xbf],
        Many("[", 300), Many("{\"a\":", 300), Many("\"", 999), Many("a", 5_000), Many("- ", 300), Many("{a: ", 300), Many("\\", 999), Many("? ", 300), Many("!", 500), Many("9", 400), Many(",", 3_000),
    ];

    private static byte[] Many(string text, int times) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
}
