using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Tests.Files;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("note.txt", "note.txt")]
    [InlineData("a b (final) [2].docx", "a b (final) [2].docx")]
    [InlineData("Übersicht – 2026.txt", "Übersicht – 2026.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\Windows\\win.ini", "win.ini")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\win.ini", "win.ini")]
    [InlineData("C:evil.txt", "evil.txt")]
    [InlineData("a.txt:stream", "a.txt_stream")]
    [InlineData("a<b>c|d?e*f\"g.txt", "a_b_c_d_e_f_g.txt")]
    [InlineData("note.txt. . ", "note.txt")]
    [InlineData(".profile", "_.profile")]
    [InlineData("..hidden", "_..hidden")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("COM1.tar.gz", "_COM1.tar.gz")]
    [InlineData("LPT\u00b9.txt", "_LPT\u00b9.txt")]
    [InlineData("CON .txt", "_CON .txt")]
    [InlineData("CONTRACT.txt", "CONTRACT.txt")]
    [InlineData("a\u0000b\r\nc.txt", "abc.txt")]
    [InlineData("fdp\u202etxt.exe", "fdptxt.exe")]
    [InlineData("\ud83d\ude00.txt", "\ud83d\ude00.txt")]
    public void A_name_becomes_a_plain_file_of_its_folder(string given, string safe) => Assert.Equal(safe, SafeFileName.Of(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/..")]
    [InlineData("a\\")]
    [InlineData("C:")]
    [InlineData(" . . ")]
    [InlineData("???")]
    public void Nothing_is_left_of_a_name_that_is_none(string? given) => Assert.Null(SafeFileName.Of(given));

    [Fact]
    public void Half_a_letter_is_left_out() => Assert.Equal("x.txt", SafeFileName.Of("\ud83dx\ude00.txt"));

    [Fact]
    public void A_long_name_is_cut_before_its_ending()
    {
        var safe = SafeFileName.Of(new string('ü', 300) + ".docx")!;

        Assert.EndsWith("ü.docx", safe, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(safe), 150, 200);
        Assert.Equal(200, SafeFileName.Of(new string('a', 150) + "." + new string('b', 150))!.Length);
    }

    [Fact]
    public void Whatever_comes_in_stays_in_its_folder()
    {
        var random = new Random(20260504);
        const string Letters = "./\\: \0\n\u202eaCONü*?\ud83d\ude00_~$%";
        for (var round = 0; round < 20_000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (SafeFileName.Of(name) is { } safe)
            {
                Assert.Equal("/root/folder", Path.GetDirectoryName(Path.GetFullPath(Path.Combine("/root/folder", safe))));
                Assert.Equal(safe, SafeFileName.Of(safe));
            }
        }
    }
}
